using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Plugins;

internal static class StopPlugin
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/plugins/{id}/stop", HandleAsync).RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(404);

    /// <summary>Stops a plugin</summary>
    /// <remarks>At once, and until it is started again. Its channels take messages all the same: they wait.</remarks>
    private static async Task<Results<Ok<PluginInfo>, ProblemHttpResult>> HandleAsync(
        string id, PluginRuntime plugins, PluginWishes wishes, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return PluginProblems.NotFound;
        }

        await wishes.SetAsync(id, stopped: true, ct);
        return await plugins.StopAsync(id, ct) is { } plugin ? TypedResults.Ok(plugin) : PluginProblems.NotFound;
    }
}
