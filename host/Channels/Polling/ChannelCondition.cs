namespace SocialCrm.Host.Channels;

/// <summary>A channel's status in a word, and why, for where it is not simply working.</summary>
internal sealed record ChannelCondition(ChannelStatus Status, string? Reason)
{
    /// <summary>So long without a message is worth a look: a webhook may have been taken out, a page given up.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(14);

    /// <param name="channel">The channel.</param>
    /// <param name="traces">What its work has left behind.</param>
    /// <param name="problem">Why it cannot be called, or null.</param>
    /// <param name="heldUp">Whether its senders had to wait a moment ago, because too much is waiting to be processed.</param>
    /// <param name="now">The time.</param>
    public static ChannelCondition Of(Channel channel, ChannelTraces traces, string? problem, bool heldUp, DateTime now) =>
        !channel.Enabled ? new(ChannelStatus.Disabled, "Switched off: it takes no messages and sends no replies.")
        : traces.Poll is { StoppedAt: not null } stopped ? new(ChannelStatus.Stopped, stopped.LastError)
        : problem is not null ? new(ChannelStatus.Unavailable, problem)
        : traces.Poll is { Failures: > 0 } failing ? new(ChannelStatus.Failing, failing.LastError)
        : heldUp ? new(ChannelStatus.Busy, "Messages come faster than they can be processed. Until there is room again, those who send are asked to come back later; nothing is lost.")
        : traces.Poll is { BackoffUntil: { } until } limited && until > now ? new(ChannelStatus.Waiting, limited.LastError)
        : traces.Poll is { LastSuccessAt: null } ? new(ChannelStatus.Waiting, "It has not been polled yet.")
        : now - (traces.LastMessageAt ?? channel.CreatedAt) > Silence ? new(ChannelStatus.Silent, "No message has come for two weeks or more.")
        : new(ChannelStatus.Ok, null);
}
