using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Plugins;

/// <summary>Saves whether a plugin is to run. Again from the start when its settings are saved at the same time.</summary>
internal sealed class PluginWishes(CrmDbContext db, OptimisticCommands commands, AuditTrail audit, TimeProvider time)
{
    public Task SetAsync(string pluginId, bool stopped, CancellationToken ct) => commands.RunAsync(
        async () =>
        {
            var row = await WantedStates.RowAsync(db, pluginId, ct);
            row.Stopped = stopped;
            row.ChangedAt = time.GetUtcNow().UtcDateTime;
            audit.Record(stopped ? "plugin.stopped" : "plugin.started", "plugin", pluginId);
            return await db.SaveChangesAsync(ct);
        },
        ct);
}
