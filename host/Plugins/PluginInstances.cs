using System.Collections.Concurrent;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;

namespace SocialCrm.Host.Plugins;

/// <summary>The instances of a connector or system of record: one for each channel or system that is used. Thread-safe.</summary>
internal sealed class PluginInstances<TPart>(RunningPlugin plugin, Func<IServiceProvider, InstanceSetup, TPart> create)
    where TPart : class
{
    private readonly ConcurrentDictionary<Guid, PluginInstance<TPart>> _instances = new();

    public string? PausedBecause(Guid id) => _instances.TryGetValue(id, out var instance) ? instance.Breaker.Reason : null;

    /// <summary>Calls an instance under the plugin's guard. A higher version makes a new one.</summary>
    public async Task<T> CallAsync<T>(
        PluginCall kind, (Guid Id, int Version) what, Func<InstanceSetup> setup, Func<TPart, CancellationToken, ValueTask<T>> call, CancellationToken ct)
    {
        // Entered only once the guard has let the call in: one that it refuses must not keep the instance in use for good.
        var breaker = (await CurrentAsync(what, setup)).Breaker;
        return await plugin.Guard.CallAsync(
            kind,
            breaker,
            async budget =>
            {
                var instance = await EnterAsync(what, setup);
                try
                {
                    return await call(instance.Part(), budget);
                }
                finally
                {
                    await instance.LeaveAsync();
                }
            },
            ct);
    }

    /// <summary>Disposes an instance, once it is no longer in use.</summary>
    public async ValueTask ForgetAsync(Guid id)
    {
        if (_instances.TryRemove(id, out var instance))
        {
            await plugin.SafelyAsync(instance.RetireAsync);
        }
    }

    public async ValueTask ForgetAllAsync()
    {
        foreach (var id in _instances.Keys)
        {
            await ForgetAsync(id);
        }
    }

    private async ValueTask<PluginInstance<TPart>> EnterAsync((Guid Id, int Version) what, Func<InstanceSetup> setup)
    {
        while (true)
        {
            var instance = await CurrentAsync(what, setup);
            if (instance.TryEnter())
            {
                return instance;
            }
        }
    }

    private async ValueTask<PluginInstance<TPart>> CurrentAsync((Guid Id, int Version) what, Func<InstanceSetup> setup)
    {
        while (true)
        {
            var instance = _instances.GetOrAdd(what.Id, static (_, make) => make(), () => Made(what.Version, setup()));
            if (instance.Version >= what.Version)
            {
                return instance;
            }

            if (_instances.TryRemove(KeyValuePair.Create(what.Id, instance)))
            {
                await plugin.SafelyAsync(instance.RetireAsync);
            }
        }
    }

    private PluginInstance<TPart> Made(int version, InstanceSetup setup) => new(version, () => create(plugin.Services, setup), plugin.Time);
}
