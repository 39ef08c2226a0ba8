namespace SocialCrm.Sdk;

/// <summary>A channel whose messages the host fetches, because its network posts them nowhere.</summary>
/// <remarks>
/// <para>
/// The host decides when: at the connector's interval, when a person asks, and later and later after failures. It never
/// polls one channel twice at a time, on whatever number of nodes; other methods may run beside a poll. Keep nothing in the
/// instance that the next poll needs: that may be another instance on another node. It belongs into the cursor.
/// </para>
/// <para>
/// A cursor is stored in the transaction that stores the messages before it. So messages may come twice (a crash, a poll
/// that lost its turn), which is harmless because ids and revisions decide what is new, but none is lost, provided that a
/// cursor never stands beyond a message that was not handed over.
/// </para>
/// <para>
/// Backfill and rewind: without a cursor a poll begins with the oldest message that the network still gives and works its
/// way to the newest, one batch after the other (<see cref="PollResult.HasMore"/>). The host may take the cursor away, or
/// give back an earlier one, at any time. A cursor also outlives a change of the channel's settings and a new version of the
/// plugin: one that does not fit any more, or cannot be read, counts as none and is no error.
/// </para>
/// </remarks>
public interface IPollingChannel : IChannelConnector
{
    /// <summary>
    /// Fetches what came after the cursor: one batch, oldest first, of at most <see cref="PollResult.MaxMessages"/>. Must
    /// have no effect on the network. Do not retry or wait inside: say what happened, and the host comes back.
    /// </summary>
    /// <param name="cursor">What the last stored poll gave as its cursor, unchanged; null on the first one.</param>
    /// <param name="cancellationToken">
    /// Cancelled at the end of the time budget (30 seconds), when the server stops, and when the poll has lost its turn.
    /// </param>
    /// <returns>
    /// What was found, or why nothing was. An exception counts as <see cref="PollStatus.Failed"/>; its message is shown to
    /// nobody, so a failure that an admin can understand is better returned.
    /// </returns>
    ValueTask<PollResult> PollAsync(string? cursor, CancellationToken cancellationToken);
}
