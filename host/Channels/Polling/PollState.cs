namespace SocialCrm.Host.Channels;

/// <summary>The row of a polled channel without its cursor, which may be long.</summary>
internal sealed record PollState(
    Guid ChannelId,
    DateTime DueAt,
    DateTime? LeasedUntil,
    DateTime? CursorAt,
    int Failures,
    DateTime? LastPollAt,
    DateTime? LastSuccessAt,
    string? LastError,
    string? Notice,
    DateTime? BackoffUntil,
    DateTime? StoppedAt)
{
    public static IQueryable<PollState> Of(IQueryable<ChannelPoll> polls) => polls.Select(p => new PollState(
        p.ChannelId, p.DueAt, p.LeasedUntil, p.CursorAt, p.Failures, p.LastPollAt, p.LastSuccessAt, p.LastError, p.Notice, p.BackoffUntil, p.StoppedAt));
}
