using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Sdk;
using MessageClassification = SocialCrm.Sdk.Classification;

namespace SocialCrm.Host.Plugins;

/// <summary>A classifier of a running plugin.</summary>
public sealed class RunningClassifier
{
    private readonly ClassifierDeclaration _declaration;
    private readonly RunningPlugin _plugin;
    private readonly CircuitBreaker _breaker;
    private readonly Lock _lock = new();
    private IClassifier? _classifier;

    internal RunningClassifier(ClassifierDeclaration declaration, RunningPlugin plugin)
    {
        _declaration = declaration;
        _plugin = plugin;
        _breaker = new CircuitBreaker(plugin.Time);
    }

    public ClassifierDescriptor Descriptor => _declaration.Descriptor;

    public string PluginId => _plugin.Manifest.Id;

    /// <summary>Why it is not called at present, or null.</summary>
    public string? PausedBecause => _breaker.Reason;

    /// <exception cref="PluginFailedException">It threw, took too long, answered nonsense, is busy or is paused.</exception>
    /// <exception cref="PluginUnavailableException">It was stopped.</exception>
    public async ValueTask<IReadOnlyList<MessageClassification>> ClassifyAsync(
        IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken ct) =>
        await _plugin.Guard.CallAsync(
            PluginCall.Classify,
            _breaker,
            async budget => ClassifierAnswer.Copy(await Classifier().ClassifyAsync(batch, options, budget), batch.Count),
            ct);

    internal async ValueTask DisposeAsync()
    {
        switch (Interlocked.Exchange(ref _classifier, null))
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }

    private IClassifier Classifier()
    {
        lock (_lock)
        {
            return _classifier ??= _declaration.Create(_plugin.Services);
        }
    }
}
