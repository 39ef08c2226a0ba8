namespace SocialCrm.Sdk;

/// <summary>What a file holds, as far as its beginning tells.</summary>
public sealed record ImportPreview
{
    /// <summary>Set when the file cannot be imported at all; then everything else is empty.</summary>
    public ParseError? Error { get; init; }

    /// <summary>The columns in the file's order: the header's names, or the paths found in JSON, such as <c>author.id</c>. At most 200.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The first rows, at most 20: for each column its value as text, or null where it has none.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>How the connector would map the columns. Null only with an <see cref="Error"/>.</summary>
    public ImportMapping? Suggestion { get; init; }
}
