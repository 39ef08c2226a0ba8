using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins;

/// <summary>A connector of a running plugin, and its instances: one for each channel that is used.</summary>
public sealed class RunningConnector
{
    private readonly PluginInstances<IChannelConnector> _instances;
    private readonly ConnectorDeclaration _declaration;
    private readonly RunningPlugin _plugin;

    internal RunningConnector(ConnectorDeclaration declaration, RunningPlugin plugin)
    {
        _declaration = declaration;
        _plugin = plugin;
        _instances = new PluginInstances<IChannelConnector>(plugin, declaration.Create);
    }

    public ChannelDescriptor Descriptor => _declaration.Descriptor;

    public string PluginId => _plugin.Manifest.Id;

    public string PluginName => _plugin.Manifest.Name;

    public IReadOnlyList<SettingField> Settings => _declaration.Settings;

    public bool CanReceive => _declaration.CanReceive;

    public bool CanReply => _declaration.CanReply;

    public bool CanImport => _declaration.CanImport;

    public bool CanPoll => _declaration.CanPoll;

    /// <summary>Why calls for this channel are paused, or null.</summary>
    public string? PausedBecause(Guid channelId) => _instances.PausedBecause(channelId);

    /// <summary>Calls the channel's connector under the guard. A higher version of the channel makes a new instance.</summary>
    internal Task<T> CallAsync<T>(
        PluginCall kind, Guid channelId, int version, Func<InstanceSetup> setup, Func<IChannelConnector, CancellationToken, ValueTask<T>> call, CancellationToken ct) =>
        _instances.CallAsync(kind, (channelId, version), setup, call, ct);

    /// <summary>Disposes the channel's instance, once it is no longer in use.</summary>
    internal ValueTask ForgetAsync(Guid channelId) => _instances.ForgetAsync(channelId);

    internal ValueTask ForgetAllAsync() => _instances.ForgetAllAsync();
}
