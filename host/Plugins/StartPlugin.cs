using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Plugins;

internal static class StartPlugin
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/plugins/{id}/start", HandleAsync).RequireAuthorization(Permissions.ManagePlugins).ProducesProblem(404);

    /// <summary>Starts a plugin</summary>
    /// <remarks>At once, and again whenever the server starts. The answer says whether it runs now, and if not, why.</remarks>
    private static async Task<Results<Ok<PluginInfo>, ProblemHttpResult>> HandleAsync(
        string id, PluginRuntime plugins, PluginWishes wishes, CancellationToken ct)
    {
        if (plugins.Find(id) is null)
        {
            return PluginProblems.NotFound;
        }

        await wishes.SetAsync(id, stopped: false, ct);
        return await plugins.StartAsync(id, ct) is { } plugin ? TypedResults.Ok(plugin) : PluginProblems.NotFound;
    }
}
