using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins;

/// <summary>A kind of system of record of a running plugin, and its instances: one for each configured system that is used.</summary>
public sealed class RunningRecordKind
{
    private readonly PluginInstances<ISystemOfRecord> _instances;
    private readonly RecordDeclaration _declaration;
    private readonly RunningPlugin _plugin;

    internal RunningRecordKind(RecordDeclaration declaration, RunningPlugin plugin)
    {
        _declaration = declaration;
        _plugin = plugin;
        _instances = new PluginInstances<ISystemOfRecord>(plugin, declaration.Create);
    }

    public SystemOfRecordDescriptor Descriptor => _declaration.Descriptor;

    public string PluginId => _plugin.Manifest.Id;

    public string PluginName => _plugin.Manifest.Name;

    public IReadOnlyList<SettingField> Settings => _declaration.Settings;

    public bool CanPull => _declaration.CanPull;

    /// <summary>Why calls for this system are paused, or null.</summary>
    public string? PausedBecause(Guid systemId) => _instances.PausedBecause(systemId);

    /// <summary>Calls the system's instance under the guard. A higher version of the system makes a new instance.</summary>
    internal Task<T> CallAsync<T>(
        PluginCall kind, Guid systemId, int version, Func<InstanceSetup> setup, Func<ISystemOfRecord, CancellationToken, ValueTask<T>> call, CancellationToken ct) =>
        _instances.CallAsync(kind, (systemId, version), setup, call, ct);

    /// <summary>Disposes the system's instance, once it is no longer in use.</summary>
    internal ValueTask ForgetAsync(Guid systemId) => _instances.ForgetAsync(systemId);

    internal ValueTask ForgetAllAsync() => _instances.ForgetAllAsync();
}
