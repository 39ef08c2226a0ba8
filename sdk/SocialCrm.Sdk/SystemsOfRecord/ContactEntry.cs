using System.Text.Json;

namespace SocialCrm.Sdk;

/// <summary>A customer as they are now, for their record.</summary>
public sealed record ContactEntry
{
    /// <summary>The same on every attempt to hand over this entry; 1 to 64 printable ASCII characters.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Our id of the contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The id of the contact's record over there, where it is known.</summary>
    public string? RecordId { get; init; }

    /// <summary>
    /// Our id of the contact who stands for this one since the two were found to be the same person; null for a contact of
    /// its own. A merge can be undone: then an entry without it follows.
    /// </summary>
    public string? MergedInto { get; init; }

    /// <summary>The contact's accounts on networks.</summary>
    public IReadOnlyList<ContactAccount> Accounts { get; init; } = [];

    /// <summary>When this was true, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>
    /// The fields that the admin mapped, by the names of the system's own. Each value is a text, a number, true or false, a
    /// list of texts, or null where nothing is known.
    /// </summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }
}
