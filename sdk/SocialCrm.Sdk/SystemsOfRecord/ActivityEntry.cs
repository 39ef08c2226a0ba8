using System.Text.Json;

namespace SocialCrm.Sdk;

/// <summary>A message between a contact and the organisation, in or out, as it is now.</summary>
public sealed record ActivityEntry
{
    /// <summary>The same on every attempt to hand over this entry; 1 to 64 printable ASCII characters.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Our id of the message. An edited or withdrawn message comes again under the same id.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Our id of the contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The id of the contact's record over there, where it is known.</summary>
    public string? RecordId { get; init; }

    /// <summary>True once the message was taken down: its text is gone.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>When the message was written, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The fields that the admin mapped, by the names of the system's own; values as in <see cref="ContactEntry.Fields"/>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }
}
