using SocialCrm.Sdk;

namespace TestPlugins.BringsOwnSdk;

public sealed class OwnSdkPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddClassifier<SameForAll>(new ClassifierDescriptor
    {
        Id = "same-for-all",
        Name = "The same for all",
        ModelVersion = "1.0.0",
    });
}

public sealed class SameForAll : IClassifier
{
    public ValueTask<IReadOnlyList<Classification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Classification>>([.. batch.Select(_ => new Classification([new Label(Facets.Type, "other", 0.5)]))]);
}
