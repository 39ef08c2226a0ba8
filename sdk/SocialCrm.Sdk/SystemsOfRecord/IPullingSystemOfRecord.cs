namespace SocialCrm.Sdk;

/// <summary>A system of record that says what changed on its side: owner, tier and other fields of the customers' records.</summary>
/// <remarks>
/// The host asks at the descriptor's interval and when a person wants it, never twice at a time for one system. A cursor is
/// stored in the transaction that stores the changes before it: changes may come twice, which is harmless, and none is lost,
/// provided that a cursor never stands beyond a change that was not handed over. Keep nothing in the instance that the next
/// call needs. A cursor outlives changed settings and new versions of the plugin: one that does not fit any more counts as none.
/// </remarks>
public interface IPullingSystemOfRecord : ISystemOfRecord
{
    /// <summary>Fetches what changed after the cursor: one batch, oldest first, of at most <see cref="PullResult.MaxChanges"/>.</summary>
    /// <param name="cursor">What the last stored batch gave as its cursor, unchanged; null for all from the beginning.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget (30 seconds) and when the server stops.</param>
    /// <returns>What changed, or why nothing could be fetched. An exception counts as <see cref="PollStatus.Failed"/>.</returns>
    ValueTask<PullResult> PullAsync(string? cursor, CancellationToken cancellationToken);
}
