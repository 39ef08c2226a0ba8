using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>The counters' part of a batch: what the messages of the batch change, appended as one row a cell.</summary>
public sealed class RollupBatch(SqlSession session, Guid tenantId)
{
    private readonly Dictionary<RollupCell, int> _changes = [];

    /// <summary>Counts a message as it is now.</summary>
    public void Add(InteractionRow row) => Count(row, 1);

    /// <summary>Takes back what a message counted for until now; called before it is changed or taken down.</summary>
    public void Withdraw(InteractionRow row) => Count(row, -1);

    public Task SaveAsync(CancellationToken ct) =>
        session.InsertAsync(RollupTables.Deltas(tenantId), [.. _changes.Where(c => c.Value != 0)], OnConflict.Fail, ct);

    private void Count(InteractionRow row, int by)
    {
        foreach (var cell in CountedMessage.Of(row)?.Cells() ?? [])
        {
            _changes[cell] = _changes.GetValueOrDefault(cell) + by;
        }
    }
}
