using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Plugins;

internal static class ListPlugins
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/plugins", Handle).RequireAuthorization(Permissions.ManagePlugins);

    /// <summary>Lists the plugins</summary>
    /// <remarks>All that were found on this server, also those that do not run, with the reason.</remarks>
    private static Ok<Page<PluginInfo>> Handle(PluginRuntime plugins) => TypedResults.Ok(new Page<PluginInfo>(plugins.List(), null));
}
