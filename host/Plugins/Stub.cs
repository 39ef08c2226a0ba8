using SocialCrm.Sdk;
namespace SocialCrm.Host.Plugins;
public sealed class PluginRuntime { public RunningClassifier? Classifier => null; }
public sealed class RunningClassifier { public ClassifierDescriptor Descriptor => null!; public ValueTask<IReadOnlyList<Sdk.Classification>> ClassifyAsync(IReadOnlyList<ClassifierInput> a, ClassifyOptions o, CancellationToken ct) => default; }
public sealed class PluginFailedException : Exception;
public sealed class PluginUnavailableException : Exception;
