namespace SocialCrm.Sdk;

/// <summary>
/// A plugin's implementation for a system in which the organisation keeps its customers (a CRM, a help desk, a database), as
/// one configured system uses it.
/// </summary>
/// <remarks>
/// <para>
/// The host tells the system what happens: who the customers are and what passed between them and the organisation. What the
/// system knows of them comes back by <see cref="IPullingSystemOfRecord"/>, where it implements that. Further abilities, such
/// as opening a case, come as further interfaces.
/// </para>
/// <para>
/// Both methods are idempotent by key: an entry with an <c>IdempotencyKey</c> that was taken before has no second effect. The
/// host relies on it: after a crash or a time-out it sends the entry again, under the same key, with what is true then.
/// Entries of one contact come in the order in which things happened, the next only after the one before was settled.
/// </para>
/// <para>
/// Methods may be called concurrently, for different contacts. Every call has a time budget (30 seconds; 10 for the test); at
/// its end the token is cancelled and the call must return within a second. Do not retry or wait inside: say what happened, and
/// the host comes back. The host owns the instance, and disposes it (if it is disposable) when the settings change or the
/// plugin stops.
/// </para>
/// </remarks>
public interface ISystemOfRecord
{
    /// <summary>Tests the connection as it is configured, without any lasting effect on the other side.</summary>
    /// <param name="cancellationToken">Cancelled at the end of the time budget.</param>
    /// <returns>Whether the system can work, and if not, what an admin should do.</returns>
    ValueTask<RecordCheck> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes or updates the records of contacts. The record to update is the one named by <see cref="ContactEntry.RecordId"/>;
    /// where that is not known, the one that the system finds by our contact's id or its accounts, else a new one.
    /// </summary>
    /// <param name="entries">At most <see cref="SystemOfRecordDescriptor.BatchSize"/>, each of another contact.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget.</param>
    /// <returns>One result for each entry, in the same order. An exception counts as <see cref="RecordStatus.Retry"/> for all.</returns>
    ValueTask<IReadOnlyList<RecordResult>> UpsertContactsAsync(IReadOnlyList<ContactEntry> entries, CancellationToken cancellationToken);

    /// <summary>Notes messages in the contacts' histories. An entry for a known activity replaces what was noted of it.</summary>
    /// <param name="entries">At most <see cref="SystemOfRecordDescriptor.BatchSize"/>, each of another contact.</param>
    /// <param name="cancellationToken">Cancelled at the end of the time budget.</param>
    /// <returns>One result for each entry, in the same order. An exception counts as <see cref="RecordStatus.Retry"/> for all.</returns>
    ValueTask<IReadOnlyList<RecordResult>> LogActivitiesAsync(IReadOnlyList<ActivityEntry> entries, CancellationToken cancellationToken);
}
