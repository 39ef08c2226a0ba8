namespace SocialCrm.Sdk;

/// <summary>What a kind of system of record is called and how the host treats it.</summary>
public sealed record SystemOfRecordDescriptor
{
    /// <summary>A stable id among all plugins: 1 to 64 lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The name that an admin sees, such as "Signed webhook".</summary>
    public required string Name { get; init; }

    /// <summary>One or two plain sentences on what it does, shown where a system is set up.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// True when the host is to make a secret with which requests are signed (Standard Webhooks); the plugin finds it in
    /// <see cref="SystemOfRecordContext{TSettings}.SigningSecrets"/>. An admin sees it once and can make a new one.
    /// </summary>
    public bool SignsRequests { get; init; }

    /// <summary>The most entries of one call, 1 to 100.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>How long after a successful pull an <see cref="IPullingSystemOfRecord"/> is asked again, unless it says so itself.</summary>
    public TimeSpan PullInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two pulls that nobody asked for; at least a second, at most <see cref="PullInterval"/>.</summary>
    public TimeSpan MinimumPullInterval { get; init; } = TimeSpan.FromSeconds(30);
}
