using SocialCrm.Sdk;

namespace TestPlugins.Hangs;

public sealed class HangingPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddClassifier<HangingClassifier>(new ClassifierDescriptor
    {
        Id = "hanging",
        Name = "Hanging",
        ModelVersion = "1.0.0",
    });
}

/// <summary>Does what the text says: "hang" blocks the thread whatever the token says, "throw" throws, "nonsense" answers nonsense.</summary>
public sealed class HangingClassifier : IClassifier
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);

    public ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken)
    {
        switch (batch[0].Text)
        {
            case "hang":
                Thread.Sleep(Long);
                break;
            case "throw":
                throw new InvalidOperationException($"cannot classify: {batch[0].Text} of a customer");
            case "nonsense":
                return ValueTask.FromResult<IReadOnlyList<Classification>>([new Classification([new Label(Facets.Sentiment, "purple", 7)])]);
        }

        return ValueTask.FromResult<IReadOnlyList<Classification>>([.. batch.Select(_ => new Classification([new Label(Facets.Type, "other", 0.5)]))]);
    }
}
