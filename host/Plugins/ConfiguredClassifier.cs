using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins;

/// <summary>A classifier by the settings that hold now; other settings make another one.</summary>
internal sealed class ConfiguredClassifier(ClassifierDeclaration declaration, PluginSetup setup, RunningPlugin plugin)
{
    private readonly PluginInstance<IClassifier> _instance = new(0, () => declaration.Create(plugin.Services, setup.Values), plugin.Time);

    public string ModelVersion { get; } = declaration.Descriptor.ModelVersion + (declaration.TakesSettings ? setup.Mark : "");

    /// <summary>What has to be filled in before it can be asked, or null.</summary>
    public string? Missing { get; } = declaration.TakesSettings ? setup.Missing : null;

    public CircuitBreaker Breaker => _instance.Breaker;

    public IClassifier Part => _instance.Part();

    public bool TryEnter() => _instance.TryEnter();

    public ValueTask LeaveAsync() => _instance.LeaveAsync();

    public ValueTask RetireAsync() => _instance.RetireAsync();
}
