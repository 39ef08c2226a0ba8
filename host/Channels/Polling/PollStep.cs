using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>What a poll means for its channel's row.</summary>
/// <param name="Cursor">The new cursor; null leaves the stored one.</param>
/// <param name="Succeeded">Whether the network answered.</param>
/// <param name="Failures">Failures in a row from now on.</param>
/// <param name="Error">Why it did not work.</param>
/// <param name="Notice">What an admin should know although it works.</param>
/// <param name="Wait">After how long the next poll is due; null when this run goes on at once.</param>
/// <param name="BacksOff">Whether that is longer than usual.</param>
/// <param name="Stops">Whether a person must see to it first.</param>
public sealed record PollStep(
    string? Cursor, bool Succeeded, int Failures, string? Error, string? Notice, TimeSpan? Wait, bool BacksOff = false, bool Stops = false)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(7);
    private static readonly TimeSpan RateLimit = TimeSpan.FromMinutes(5);

    /// <param name="result">What the connector said.</param>
    /// <param name="descriptor">Its intervals.</param>
    /// <param name="failures">How many polls in a row had not worked before.</param>
    /// <param name="goesOn">Whether this run fetches the next batch at once.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the attempts.</param>
    public static PollStep After(PollResult result, ChannelDescriptor descriptor, int failures, bool goesOn, double chance) => After(
        new PollOutcome(result.Status, result.Cursor, result.HasMore, result.Reason, result.RetryAfter)
        {
            Notice = result.Notice,
            Interval = result.NextPollAfter ?? descriptor.PollInterval,
            ShortestInterval = descriptor.MinimumPollInterval,
        },
        failures,
        goesOn,
        chance);

    /// <param name="outcome">How it ended.</param>
    /// <param name="failures">How many polls in a row had not worked before.</param>
    /// <param name="goesOn">Whether this run fetches the next batch at once.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the attempts.</param>
    public static PollStep After(PollOutcome outcome, int failures, bool goesOn, double chance) => outcome.Status switch
    {
        PollStatus.Ok or PollStatus.NotModified => new(
            outcome.Cursor, true, 0, null, outcome.Notice, goesOn ? null : outcome.HasMore ? TimeSpan.Zero : Usual(outcome, chance)),
        PollStatus.RateLimited => new(
            null, false, failures, outcome.Reason, null, Longest(Asked(outcome) ?? RateLimit, outcome.ShortestInterval), BacksOff: true),
        PollStatus.CredentialsRejected or PollStatus.Gone => new(
            null, false, failures + 1, outcome.Reason, null, LongestInterval, Stops: true),
        PollStatus.Failed => new(
            null, false, failures + 1, outcome.Reason, null, Longest(BackOff(failures + 1, chance), Asked(outcome) ?? TimeSpan.Zero), BacksOff: true),
    };

    /// <summary>Twice as long after each failure, never the same for two channels.</summary>
    private static TimeSpan BackOff(int failures, double chance)
    {
        var wait = FirstBackOff * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return (wait > LongestBackOff ? LongestBackOff : wait) * (0.8 + (0.4 * chance));
    }

    // A little spread, so that a hundred feeds made in one minute do not stay together for good.
    private static TimeSpan Usual(PollOutcome outcome, double chance)
    {
        var wished = Longest(outcome.Interval, outcome.ShortestInterval);
        return (wished > LongestInterval ? LongestInterval : wished) * (1 + (0.05 * chance));
    }

    private static TimeSpan? Asked(PollOutcome outcome) =>
        outcome.RetryAfter is not { } asked ? null : asked > LongestAsked ? LongestAsked : Longest(asked, TimeSpan.Zero);

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
