using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Takes dead letters out of their box, each once whoever asks at the same time: back to the inbox, or for good. All of it,
/// with the audit entry, is one transaction.
/// </summary>
internal sealed class DeadLetterBatch(
    CrmDbContext db, ICrmDatabase database, OptimisticCommands commands, Caller caller, AuditTrail audit, InboxNews news, WorkspaceFeed feed)
{
    private const int MostNamed = 20;

    /// <summary>How many were still there.</summary>
    public async Task<int> SettleAsync(IReadOnlyList<Guid> ids, bool retry, CancellationToken ct)
    {
        var letters = await commands.RunAsync(() => TakeAsync(ids, retry, ct), ct);
        if (letters.Count == 0)
        {
            return 0;
        }

        if (retry)
        {
            news.Appended(letters.ConvertAll(Again));
        }

        // It is done: that the caller has left does not keep the others from hearing of it.
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "dead-letters", [], []), CancellationToken.None);
        return letters.Count;
    }

    private async Task<List<DeadLetter>> TakeAsync(IReadOnlyList<Guid> ids, bool retry, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var session = new SqlSession(db.Database.GetDbConnection(), transaction.GetDbTransaction(), database.Dialect);
        await LockAsync(session, db.TenantId, ids, ct);

        // In the order in which they were received: so each author's messages go back in theirs.
        var letters = await db.Set<DeadLetter>().Where(d => ids.Contains(d.Id))
            .OrderBy(d => d.ReceivedAt).ThenBy(d => d.RawEventId).ThenBy(d => d.RawIndex).ToListAsync(ct);
        if (letters.Count == 0)
        {
            return letters;
        }

        if (retry)
        {
            await InboxTables.AppendAsync(session, letters.ConvertAll(Again), ct);
            await session.FlushAsync(ct);
        }

        db.RemoveRange(letters);
        Record(letters, retry ? "dead-letter.retry" : "dead-letter.discard");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return letters;
    }

    private void Record(List<DeadLetter> letters, string action)
    {
        if (letters is [var only])
        {
            audit.Record(action, "dead-letter", only.Id, only.ExternalId);
            return;
        }

        var named = string.Join(", ", letters.Take(MostNamed).Select(d => d.ExternalId));
        audit.Record(action, "dead-letter", null, $"{letters.Count} messages: {named}{(letters.Count > MostNamed ? ", …" : "")}");
    }

    // Whoever asks at the same time waits here, and finds gone what was taken.
    private static Task<List<Guid>> LockAsync(SqlSession session, Guid tenantId, IReadOnlyList<Guid> ids, CancellationToken ct) => session.QueryAsync(
        $"SELECT id FROM dead_letters WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")} ORDER BY id{session.Dialect.ForUpdate}",
        new() { ["tenant"] = tenantId, ["ids"] = ids.ToArray() },
        row => row.GetGuid(0),
        ct);

    private static InboxItem Again(DeadLetter letter) => new()
    {
        TenantId = letter.TenantId,
        Class = letter.Class,
        Bucket = letter.Bucket,
        ChannelId = letter.ChannelId,
        RawEventId = letter.RawEventId,
        RawIndex = letter.RawIndex,
        Payload = letter.Payload,
        ReceivedAt = letter.ReceivedAt,
        Attempts = letter.Attempts,
    };
}
