namespace SocialCrm.Host.Channels;

/// <summary>How it goes with fetching a channel's messages.</summary>
/// <param name="Polling">Whether a poll is under way now.</param>
/// <param name="LastPollAt">When it was last polled.</param>
/// <param name="LastSuccessAt">When a poll last worked.</param>
/// <param name="NextPollAt">When it is polled next; null while it is stopped or switched off.</param>
/// <param name="ConsecutiveErrors">How many polls in a row did not work.</param>
/// <param name="LastError">Why the last poll did not work; null when it did.</param>
/// <param name="BackOffUntil">Until when it waits longer than usual, after an error or because the network asked for it.</param>
/// <param name="StoppedAt">Since when it waits for a person, who asks for a poll or changes the settings.</param>
/// <param name="CursorAt">When its reading position last moved on.</param>
/// <param name="Notice">What an admin should know although it works.</param>
public sealed record ChannelHealth(
    bool Polling,
    DateTime? LastPollAt,
    DateTime? LastSuccessAt,
    DateTime? NextPollAt,
    int ConsecutiveErrors,
    string? LastError,
    DateTime? BackOffUntil,
    DateTime? StoppedAt,
    DateTime? CursorAt,
    string? Notice)
{
    internal static ChannelHealth Of(PollState poll, bool enabled, DateTime now) => new(
        poll.LeasedUntil > now,
        poll.LastPollAt,
        poll.LastSuccessAt,
        poll.StoppedAt is null && enabled ? poll.DueAt : null,
        poll.Failures,
        poll.LastError,
        poll.BackoffUntil > now ? poll.BackoffUntil : null,
        poll.StoppedAt,
        poll.CursorAt,
        poll.Notice);
}
