using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Plugins;

internal static class StopPlugin
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/plugins/{id}/stop", HandleAsync).RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(404);

    /// <summary>Stops a plugin</summary>
    /// <remarks>At once, and until it is started again. Its channels take messages all the same: they wait.</remarks>
    private static async Task<Results<Ok<PluginInfo>, ProblemHttpResult>> HandleAsync(
        string id, PluginRuntime plugins, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return Problems.NotFound("plugin");
        }

        await WantedStates.SetAsync(db, id, stopped: true, time.GetUtcNow().UtcDateTime, ct);
        audit.Record("plugin.stopped", "plugin", id);
        await db.SaveChangesAsync(ct);
        return await plugins.StopAsync(id, ct) is { } plugin ? TypedResults.Ok(plugin) : Problems.NotFound("plugin");
    }
}
