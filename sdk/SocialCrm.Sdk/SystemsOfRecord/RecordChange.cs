namespace SocialCrm.Sdk;

/// <summary>What a system of record says of one of its records.</summary>
public sealed record RecordChange
{
    /// <summary>The system's stable id of the record; 1 to 256 characters.</summary>
    public required string RecordId { get; init; }

    /// <summary>Our id of the contact whose record it is. A record that is linked already needs neither this nor an account.</summary>
    public string? ContactId { get; init; }

    /// <summary>Our id of the channel on which an account of the contact was met, with <see cref="UserId"/>; in place of <see cref="ContactId"/>.</summary>
    public string? Channel { get; init; }

    /// <summary>The network's stable id of the user.</summary>
    public string? UserId { get; init; }

    /// <summary>True when the record is gone: our contact is linked to it no more.</summary>
    public bool Deleted { get; init; }

    /// <summary>The address of the record for a person to open: http or https, at most 2,048 characters.</summary>
    public string? Url { get; init; }

    /// <summary>Who owns the customer over there; at most 200 characters.</summary>
    public string? Owner { get; init; }

    /// <summary>The customer's tier, such as "gold"; at most 100 characters.</summary>
    public string? Tier { get; init; }

    /// <summary>Other things worth showing, by name: at most 50, names of 1 to 100 and values of at most 1,000 characters.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When the record was changed, UTC: an older change does not undo a newer one. Null counts as now.</summary>
    public DateTime? At { get; init; }
}
