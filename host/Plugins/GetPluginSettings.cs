using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

internal static class GetPluginSettings
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/plugins/{id}/settings", HandleAsync)
        .RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Gets the settings of a plugin</summary>
    /// <remarks>Those of its own, which hold for the whole server; the settings of a channel or system of record are found there.</remarks>
    private static async Task<Results<Ok<PluginSettingsView>, ProblemHttpResult>> HandleAsync(
        string id, PluginRuntime plugins, CrmDbContext db, PluginSecrets secrets, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return PluginProblems.NotFound;
        }

        if (plugins.FormOf(id) is not { } fields)
        {
            return PluginProblems.NotRunning;
        }

        var row = await db.Set<PluginStateRow>().AsNoTracking().SingleOrDefaultAsync(r => r.PluginId == id, ct);
        return TypedResults.Ok(PluginSettingsView.Of(row ?? new PluginStateRow { PluginId = id }, fields, secrets));
    }
}
