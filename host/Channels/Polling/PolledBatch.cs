using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>What a connector brought from a poll, checked against the SDK's contract.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Messages">The messages that can be taken.</param>
/// <param name="LeftOut">Why others cannot, one for each.</param>
public sealed record PolledBatch(PollResult Result, IReadOnlyList<InboundMessage> Messages, IReadOnlyList<ParseError> LeftOut)
{
    private const int LongestType = 256;

    public static PolledBatch Failed(string reason) => new(PollResult.Failed(reason), [], []);

    internal static PolledBatch Copy(PollResult? result)
    {
        if (result is not { Messages: { Count: <= PollResult.MaxMessages } messages })
        {
            throw new InvalidAnswerException("no result, or more than 500 messages");
        }

        if (result.Raw.Length > PollResult.MaxRawBytes || result.RawContentType?.Length > LongestType)
        {
            throw new InvalidAnswerException("a raw answer of more than 4 MiB");
        }

        if (!Enum.IsDefined(result.Status) || (result.Status >= PollStatus.RateLimited && string.IsNullOrWhiteSpace(result.Reason)))
        {
            throw new InvalidAnswerException("no reason why it did not work");
        }

        CursorText.Check(result.Cursor);
        var items = messages.Select(m => ParsedAnswer.Check(new ParsedItem { Message = m })).ToList();
        return new PolledBatch(result, [.. items.Select(i => i.Message).OfType<InboundMessage>()], [.. items.Select(i => i.Error).OfType<ParseError>()]);
    }
}
