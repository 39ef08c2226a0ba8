namespace SocialCrm.Sdk;

/// <summary>What a webhook request holds.</summary>
public sealed record ParsedRequest
{
    /// <summary>
    /// Set when the request as a whole cannot be read; then <see cref="Items"/> is empty and the sender gets a 400.
    /// </summary>
    public ParseError? Error { get; init; }

    /// <summary>True when the sender posted several messages and expects an answer for each.</summary>
    public bool IsBatch { get; init; }

    /// <summary>The messages in the sender's order, each read or refused by itself. At most 500.</summary>
    public IReadOnlyList<ParsedItem> Items { get; init; } = [];

    /// <summary>A request that cannot be read.</summary>
    /// <param name="field">The path of the field at fault, such as <c>data.author.id</c>; empty for the whole body.</param>
    /// <param name="message">What is wrong and what to do, in a sentence.</param>
    public static ParsedRequest Refused(string field, string message) => new() { Error = new ParseError(field, message) };
}
