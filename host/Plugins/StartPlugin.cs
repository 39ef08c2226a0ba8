using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Plugins;

internal static class StartPlugin
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/plugins/{id}/start", HandleAsync).RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(404);

    /// <summary>Starts a plugin</summary>
    /// <remarks>At once, and again whenever the server starts. The answer says whether it runs now, and if not, why.</remarks>
    private static async Task<Results<Ok<PluginInfo>, ProblemHttpResult>> HandleAsync(
        string id, PluginRuntime plugins, CrmDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return Problems.NotFound("plugin");
        }

        await WantedStates.SetAsync(db, id, stopped: false, time.GetUtcNow().UtcDateTime, ct);
        audit.Record("plugin.started", "plugin", id);
        await db.SaveChangesAsync(ct);
        return await plugins.StartAsync(id, ct) is { } plugin ? TypedResults.Ok(plugin) : Problems.NotFound("plugin");
    }
}
