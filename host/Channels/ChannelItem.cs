using System.Text.Json;

namespace SocialCrm.Host.Channels;

/// <summary>A configured channel.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Connector">The id of its connector.</param>
/// <param name="ConnectorName">The connector's name; its id while the plugin is not running.</param>
/// <param name="Name">The channel's name.</param>
/// <param name="Enabled">Whether it takes messages and sends replies.</param>
/// <param name="Settings">The settings; a secret one is null.</param>
/// <param name="SecretsSet">The names of the secret settings that are stored.</param>
/// <param name="WebhookUrl">The address to which the network posts; empty where nothing is posted.</param>
/// <param name="CanReply">Whether replies can be sent on it now.</param>
/// <param name="CanImport">Whether files with history can be imported.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastMessageAt">When it last had a message.</param>
/// <param name="Status">Whether it works.</param>
/// <param name="StatusReason">Why it does not, where it does not.</param>
/// <param name="CanReceive">Whether its network posts messages to the webhook address.</param>
/// <param name="CanPoll">Whether this server fetches its messages.</param>
/// <param name="Health">How the fetching goes; null where nothing is fetched.</param>
public record ChannelItem(
    Guid Id,
    string Connector,
    string ConnectorName,
    string Name,
    bool Enabled,
    IReadOnlyDictionary<string, JsonElement> Settings,
    IReadOnlyList<string> SecretsSet,
    string WebhookUrl,
    bool CanReply,
    bool CanImport,
    DateTime CreatedAt,
    DateTime? LastMessageAt,
    ChannelStatus Status,
    string? StatusReason,
    bool CanReceive,
    bool CanPoll,
    ChannelHealth? Health);
