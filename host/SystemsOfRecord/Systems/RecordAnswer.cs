using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Checks what a system of record answered against the SDK's contract, and takes it out of the plugin's own types.</summary>
internal static class RecordAnswer
{
    private const int MostFields = 50;

    public static IReadOnlyList<RecordResult> Copy(IReadOnlyList<RecordResult>? answer, int expected)
    {
        if (answer?.Count != expected)
        {
            throw new InvalidAnswerException($"{answer?.Count.ToString() ?? "no"} results for {expected} entries");
        }

        return [.. answer.Select(Copy)];
    }

    /// <summary>The change with storable texts, or the first thing in it that breaks the contract.</summary>
    public static (RecordChange? Change, string? Problem) Check(RecordChange? change) =>
        change is null ? (null, "a change that is not there")
        : change.RecordId is not { Length: > 0 and <= RecordLink.RecordIdLength } ? (null, "recordId must have 1 to 256 characters")
        : change.Url is not null && !IsUrl(change.Url) ? (null, "url must be an http or https address of at most 2,048 characters")
        : change.Owner?.Length > 200 ? (null, "owner must have at most 200 characters")
        : change.Tier?.Length > 100 ? (null, "tier must have at most 100 characters")
        : change.At is { Kind: not DateTimeKind.Utc } ? (null, "at must be UTC")
        : change.Fields is not { Count: <= MostFields } || change.Fields.Any(f => f.Key is not { Length: > 0 and <= 100 } || f.Value is not { Length: <= 1_000 })
            ? (null, "fields must be at most 50 texts of at most 1,000 characters") : (Copy(change), null);

    public static string? Shortened(string? text, int length)
    {
        var stored = text is null ? null : InboundText.Normalise(text);
        return stored?.Length > length ? InboundText.Normalise(stored[..length]) : stored;
    }

    private static RecordResult Copy(RecordResult? result)
    {
        if (result is null || !Enum.IsDefined(result.Status) || (result.Status != RecordStatus.Taken && string.IsNullOrWhiteSpace(result.Reason)))
        {
            throw new InvalidAnswerException("no result, or no reason why it did not work");
        }

        // A record that breaks the contract is no reason to send the entry again: it was taken.
        return result.Status == RecordStatus.Taken ? RecordResult.Taken(Check(result.Record).Change) with { Exchange = result.Exchange } : result;
    }

    private static RecordChange Copy(RecordChange change) => change with
    {
        RecordId = InboundText.Normalise(change.RecordId),
        Owner = Text(change.Owner),
        Tier = Text(change.Tier),
        Fields = change.Fields.ToDictionary(f => InboundText.Normalise(f.Key), f => InboundText.Normalise(f.Value), StringComparer.Ordinal),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : InboundText.Normalise(text.Trim());

    // It is shown to people as a link: a javascript: address must not get through, whichever plugin brought it.
    private static bool IsUrl(string url) =>
        url.Length <= 2048 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
