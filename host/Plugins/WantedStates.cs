using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>What admins want of the plugins. In the database, never in a plugin's folder: all nodes heed it.</summary>
internal sealed class WantedStates(IServiceScopeFactory scopes, PluginSecrets secrets)
{
    /// <summary>By the plugin's id. One that is not among them runs by its defaults.</summary>
    public async Task<IReadOnlyDictionary<string, WantedPlugin>> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        var rows = await db.Set<PluginStateRow>().AsNoTracking().ToListAsync(ct);
        return rows.ToDictionary(r => r.PluginId, r => new WantedPlugin(r.Stopped, PluginSettings.Of(r, secrets)), StringComparer.Ordinal);
    }

    /// <summary>The plugin's row in the caller's unit of work, to be changed and saved by the caller.</summary>
    public static async Task<PluginStateRow> RowAsync(CrmDbContext db, string pluginId, CancellationToken ct)
    {
        if (await db.Set<PluginStateRow>().SingleOrDefaultAsync(r => r.PluginId == pluginId, ct) is not { } row)
        {
            row = new PluginStateRow { PluginId = pluginId };
            db.Add(row);
        }

        return row;
    }
}
