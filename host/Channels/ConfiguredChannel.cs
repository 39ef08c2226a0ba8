namespace SocialCrm.Host.Channels;

/// <summary>A channel as other slices see it.</summary>
public sealed record ConfiguredChannel
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The id of the connector; its plugin may not be running.</summary>
    public required string Connector { get; init; }

    public required string Name { get; init; }

    public required bool Enabled { get; init; }

    public required bool Deleted { get; init; }

    /// <summary>Within what the authors' ids are unique: "channel:&lt;id&gt;" or "network:&lt;connector&gt;".</summary>
    public required string IdentityScope { get; init; }

    /// <summary>The secrets with which requests may be signed now, the newest first. Empty when the server's keys were lost.</summary>
    public required IReadOnlyList<string> SigningSecrets { get; init; }

    internal int Version { get; init; }

    internal string WebhookToken { get; init; } = "";

    internal string Settings { get; init; } = "{}";

    internal byte[]? Secrets { get; init; }
}
