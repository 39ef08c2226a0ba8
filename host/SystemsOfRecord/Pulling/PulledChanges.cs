using SocialCrm.Host.Channels;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What a system brought from a pull, checked against the SDK's contract.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Changes">The changes that can be taken.</param>
/// <param name="LeftOut">Why others cannot, one for each.</param>
public sealed record PulledChanges(PullResult Result, IReadOnlyList<RecordChange> Changes, IReadOnlyList<string> LeftOut)
{
    internal static PulledChanges Copy(PullResult? result)
    {
        if (result is not { Changes: { Count: <= PullResult.MaxChanges } changes } || !Enum.IsDefined(result.Status))
        {
            throw new InvalidAnswerException("no result, or more than 500 changes");
        }

        if (result.Status >= PollStatus.RateLimited && string.IsNullOrWhiteSpace(result.Reason))
        {
            throw new InvalidAnswerException("no reason why it did not work");
        }

        CursorText.Check(result.Cursor);
        var read = changes.Select(RecordAnswer.Check).ToList();
        return new PulledChanges(result, [.. read.Select(r => r.Change).OfType<RecordChange>()], [.. read.Select(r => r.Problem).OfType<string>()]);
    }

    /// <summary>What it means for the time of the next pull.</summary>
    internal PollOutcome Outcome(SystemOfRecordDescriptor descriptor) => new(
        Result.Status, Result.Cursor, Result.HasMore, RecordAnswer.Shortened(Result.Reason, RecordFlow.ReasonLength), Result.RetryAfter)
    {
        Interval = Result.NextPullAfter ?? descriptor.PullInterval,
        ShortestInterval = descriptor.MinimumPullInterval,
    };
}
