using SocialCrm.Sdk;

namespace TestPlugins.Complains;

public sealed class ComplainingPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddClassifier<ComplainingClassifier>(new ClassifierDescriptor
    {
        Id = "complaining",
        Name = "Complaining",
        ModelVersion = "complaining-2",
    });
}

/// <summary>Hears a complaint in everything: another model than the one that came with the server.</summary>
public sealed class ComplainingClassifier : IClassifier
{
    private static readonly Classification Complaint = new(
        [new Label(Facets.Type, "complaint", 0.9), new Label(Facets.Sentiment, "negative", 0.8), new Label(Facets.Action, "yes", 0.7)]);

    public ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Classification>>([.. batch.Select(_ => Complaint)]);
}
