using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <param name="Connector">The id of the connector.</param>
/// <param name="Name">A name of 1 to 100 characters.</param>
/// <param name="Settings">A value for each setting of the connector; those with a default may be left out.</param>
public sealed record NewChannel(string Connector, string Name, JsonElement? Settings = null);

/// <summary>A channel that was just made.</summary>
public sealed record CreatedChannel : ChannelItem
{
    internal CreatedChannel(ChannelItem channel, string signingSecret)
        : base(channel) => SigningSecret = signingSecret;

    /// <summary>With which requests to the channel are signed. It is shown this once.</summary>
    public string SigningSecret { get; }
}

internal static class CreateChannel
{
    private static readonly HashSet<string> NoSecrets = new(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/channels", HandleAsync).RequireAuthorization(Permissions.ManageChannels).ProducesProblem(400);

    /// <summary>Makes a channel</summary>
    /// <remarks>The answer holds the secret with which requests to the channel are signed, this once.</remarks>
    private static async Task<Results<Created<CreatedChannel>, ProblemHttpResult>> HandleAsync(
        NewChannel request, PluginRuntime plugins, NewChannels channels, ChannelChanges changes, ChannelItems items, CancellationToken ct)
    {
        if (!ChannelName.TryRead(request.Name, out var name))
        {
            return Problems.Invalid("name", $"Give a name of 1 to {Channel.NameLength} characters.");
        }

        if (plugins.FindConnector(request.Connector) is not { } connector)
        {
            return Problems.Invalid("connector", "There is no running connector of this id; GET /api/v1/connectors lists them.");
        }

        var settings = new SettingsReader(connector.Settings, "settings").Read(request.Settings ?? default, NoSecrets);
        if (settings.Errors.Count > 0)
        {
            return Problems.Invalid(settings.Errors);
        }

        var (channel, signingSecret) = await channels.MakeAsync(connector, name, settings.Values, ct);
        return TypedResults.Created($"/api/v1/channels/{channel.Id}", new CreatedChannel(await items.OfAsync(channel, await changes.TracesAsync(channel.Id, ct), ct), signingSecret));
    }
}
