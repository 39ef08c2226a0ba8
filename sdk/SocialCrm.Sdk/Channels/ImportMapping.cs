namespace SocialCrm.Sdk;

/// <summary>Which column of a file holds which field of a message.</summary>
public sealed record ImportMapping
{
    /// <summary>The file's format, as the connector named it in its suggestion, such as <c>jsonl</c> or <c>csv</c>.</summary>
    public required string Format { get; init; }

    /// <summary>By field (see <see cref="ImportFields"/>) the column that holds it. A field that is not listed is absent.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
