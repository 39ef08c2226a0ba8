namespace SocialCrm.Sdk;

/// <summary>The author of a message, as the network vouches for it.</summary>
public sealed record MessageAuthor
{
    /// <summary>The network's stable id of the user, never the handle (handles change); 1 to 512 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The handle without a leading @, or null; at most 256 characters.</summary>
    public string? Handle { get; init; }

    /// <summary>The display name, or null; at most 256 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The address (http or https) of the profile, or null; at most 2,048 characters.</summary>
    public string? ProfileUrl { get; init; }

    /// <summary>How many accounts follow the author, or null where the network does not say. Not negative.</summary>
    public long? Followers { get; init; }
}
