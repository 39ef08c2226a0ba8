using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <summary>A network for which channels can be made.</summary>
/// <param name="Id">The connector's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="PluginId">The plugin that brings it.</param>
/// <param name="PluginName">That plugin's name.</param>
/// <param name="CanReceive">Whether messages can be posted to its channels.</param>
/// <param name="CanReply">Whether replies can be sent on its channels.</param>
/// <param name="CanImport">Whether files with history can be imported into its channels.</param>
/// <param name="CanPoll">Whether this server fetches the messages of its channels.</param>
/// <param name="Settings">The form by which a channel is set up.</param>
public sealed record ConnectorItem(
    string Id, string Name, string Description, string PluginId, string PluginName, bool CanReceive, bool CanReply, bool CanImport, bool CanPoll, IReadOnlyList<SettingField> Settings);

internal static class ListConnectors
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/connectors", Handle).RequireAuthorization(Permissions.ReadWorkspace);

    /// <summary>Lists the connectors</summary>
    /// <remarks>Those of the plugins that run now, with the form by which a channel is set up.</remarks>
    private static Ok<Page<ConnectorItem>> Handle(PluginRuntime plugins) =>
        TypedResults.Ok(new Page<ConnectorItem>([.. plugins.Connectors.Select(Item)], null));

    private static ConnectorItem Item(RunningConnector c) => new(
        c.Descriptor.Id, c.Descriptor.Name, c.Descriptor.Description, c.PluginId, c.PluginName, c.CanReceive, c.CanReply, c.CanImport, c.CanPoll, c.Settings);
}
