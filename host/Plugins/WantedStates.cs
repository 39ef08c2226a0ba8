using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Plugins;

/// <summary>Which plugins an admin has stopped. In the database, never in a plugin's folder: all nodes heed it.</summary>
public sealed class WantedStates(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlySet<string>> StoppedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        return (await db.Set<PluginStateRow>().Where(r => r.Stopped).Select(r => r.PluginId).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes the wish in the caller's unit of work; saved by the caller.</summary>
    public static async Task SetAsync(CrmDbContext db, string pluginId, bool stopped, DateTime now, CancellationToken ct)
    {
        if (await db.Set<PluginStateRow>().SingleOrDefaultAsync(r => r.PluginId == pluginId, ct) is not { } row)
        {
            row = new PluginStateRow { PluginId = pluginId };
            db.Add(row);
        }

        row.Stopped = stopped;
        row.ChangedAt = now;
    }
}
