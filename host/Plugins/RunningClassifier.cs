using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins;

/// <summary>A classifier of a running plugin. Thread-safe.</summary>
public sealed class RunningClassifier
{
    private readonly ClassifierDeclaration _declaration;
    private readonly RunningPlugin _plugin;
    private ConfiguredClassifier _now;

    internal RunningClassifier(ClassifierDeclaration declaration, PluginSetup setup, RunningPlugin plugin)
    {
        _declaration = declaration;
        _plugin = plugin;
        _now = new ConfiguredClassifier(declaration, setup, plugin);
    }

    public ClassifierDescriptor Descriptor => _declaration.Descriptor;

    public string PluginId => _plugin.Manifest.Id;

    /// <summary>The model, marked with its settings where they are not the defaults: by other settings a text can get other labels.</summary>
    public string ModelVersion => Now.ModelVersion;

    /// <summary>Why it is not called at present, or null.</summary>
    public string? PausedBecause => Now.Breaker.Reason;

    /// <summary>What has to be filled in before it can be asked, or null.</summary>
    public string? Missing => Now.Missing;

    private ConfiguredClassifier Now => Volatile.Read(ref _now);

    /// <exception cref="PluginFailedException">It threw, took too long, answered nonsense, is busy or is paused.</exception>
    /// <exception cref="PluginUnavailableException">It was stopped, or its settings are not filled in.</exception>
    public async ValueTask<ClassifiedTexts> ClassifyAsync(IReadOnlyList<ClassifierInput> batch, ClassifyOptions options, CancellationToken ct) =>
        await _plugin.Guard.CallAsync(
            PluginCall.Classify,
            Now.Breaker,
            async budget =>
            {
                var classifier = Enter();
                try
                {
                    return new ClassifiedTexts(
                        ClassifierAnswer.Copy(await classifier.Part.ClassifyAsync(batch, options, budget), batch.Count), classifier.ModelVersion);
                }
                finally
                {
                    await classifier.LeaveAsync();
                }
            },
            ct);

    /// <summary>From the next call on it works by these settings. Calls under way end by those they began with.</summary>
    internal async ValueTask ConfigureAsync(PluginSetup setup)
    {
        if (_declaration.TakesSettings)
        {
            var before = Interlocked.Exchange(ref _now, new ConfiguredClassifier(_declaration, setup, _plugin));
            await _plugin.SafelyAsync(before.RetireAsync);
        }
    }

    internal ValueTask DisposeAsync() => Now.RetireAsync();

    private ConfiguredClassifier Enter()
    {
        while (true)
        {
            var classifier = Now;
            if (classifier.Missing is { } missing)
            {
                throw new PluginUnavailableException(PluginId, missing);
            }

            if (classifier.TryEnter())
            {
                return classifier;
            }

            if (ReferenceEquals(classifier, Now))
            {
                throw new PluginUnavailableException(PluginId, "it was stopped");
            }
        }
    }
}
