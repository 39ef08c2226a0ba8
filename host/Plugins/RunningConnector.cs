using System.Collections.Concurrent;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins;

/// <summary>A connector of a running plugin, and its instances: one for each channel that is used.</summary>
public sealed class RunningConnector
{
    private readonly ConcurrentDictionary<Guid, ConnectorInstance> _instances = new();
    private readonly ConnectorDeclaration _declaration;
    private readonly RunningPlugin _plugin;

    internal RunningConnector(ConnectorDeclaration declaration, RunningPlugin plugin)
    {
        _declaration = declaration;
        _plugin = plugin;
    }

    public ChannelDescriptor Descriptor => _declaration.Descriptor;

    public string PluginId => _plugin.Manifest.Id;

    public string PluginName => _plugin.Manifest.Name;

    public IReadOnlyList<SettingField> Settings => _declaration.Settings;

    public bool CanReceive => _declaration.CanReceive;

    public bool CanReply => _declaration.CanReply;

    /// <summary>Why calls for this channel are paused, or null.</summary>
    public string? PausedBecause(Guid channelId) => _instances.TryGetValue(channelId, out var instance) ? instance.Breaker.Reason : null;

    /// <summary>Calls the channel's connector under the guard. A higher version of the channel makes a new instance.</summary>
    internal async Task<T> CallAsync<T>(
        PluginCall kind, Guid channelId, int version, Func<ChannelSetup> setup, Func<IChannelConnector, CancellationToken, ValueTask<T>> call, CancellationToken ct)
    {
        var instance = await EnterAsync(channelId, version, setup);
        return await _plugin.Guard.CallAsync(
            kind,
            instance.Breaker,
            async budget =>
            {
                try
                {
                    return await call(instance.Connector(s => _declaration.Create(_plugin.Services, s)), budget);
                }
                finally
                {
                    await instance.LeaveAsync();
                }
            },
            ct);
    }

    /// <summary>Disposes the channel's instance, once it is no longer in use.</summary>
    internal async ValueTask ForgetAsync(Guid channelId)
    {
        if (_instances.TryRemove(channelId, out var instance))
        {
            await _plugin.SafelyAsync(instance.RetireAsync);
        }
    }

    internal async ValueTask ForgetAllAsync()
    {
        foreach (var channelId in _instances.Keys)
        {
            await ForgetAsync(channelId);
        }
    }

    private async ValueTask<ConnectorInstance> EnterAsync(Guid channelId, int version, Func<ChannelSetup> setup)
    {
        while (true)
        {
            var instance = _instances.GetOrAdd(channelId, static (_, make) => make(), () => new ConnectorInstance(version, setup(), _plugin.Time));
            if (instance.Version < version && _instances.TryRemove(KeyValuePair.Create(channelId, instance)))
            {
                await _plugin.SafelyAsync(instance.RetireAsync);
            }
            else if (instance.TryEnter())
            {
                return instance;
            }
        }
    }
}
