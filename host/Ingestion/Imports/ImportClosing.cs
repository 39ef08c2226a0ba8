using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// The end of an import: waits until the pipeline has gone through all of it. Answers that came before their conversations are
/// tried again while that helps; those that belong nowhere are reported by line.
/// </summary>
internal sealed class ImportClosing(ICrmDatabase database, InboxNews news, WorkspaceFeed feed, TimeProvider time)
{
    public async Task<ImportClaim?> StepAsync(ImportClaim import, CancellationToken ct)
    {
        var counted = await CountAsync(import, ct);
        if (counted.Done + counted.Waiting < import.Queued)
        {
            return await KeepAsync(import, ct);
        }

        return counted.Waiting == 0 ? await CompleteAsync(import, ct)
            : counted.Waiting < (import.Unplaced ?? long.MaxValue) ? await TryAgainAsync(import with { Unplaced = counted.Waiting }, ct)
            : await ReportAsync(import, ct);
    }

    /// <summary>Prolongs the lease; null when the import was cancelled or taken by another node.</summary>
    public async Task<ImportClaim?> KeepAsync(ImportClaim import, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var kept = await import.SaveAsync(session, null, null, ct);
        await session.CommitAsync(ct);
        return kept ? import : null;
    }

    public Task<ImportClaim?> FailAsync(ImportClaim import, string reason, CancellationToken ct) => EndAsync(import with { State = ImportState.Failed }, reason, ct);

    private Task<ImportClaim?> CompleteAsync(ImportClaim import, CancellationToken ct) => EndAsync(import with { State = ImportState.Completed }, null, ct);

    private async Task<ImportClaim?> EndAsync(ImportClaim ended, string? reason, CancellationToken ct)
    {
        IReadOnlyList<Guid> told = [];
        await using (var session = await database.WriteAsync(ct))
        {
            if (!await ended.SaveAsync(session, time.GetUtcNow().UtcDateTime, reason, ct))
            {
                return null;
            }

            await ImportFile.ForgetAsync(session, ended.TenantId, ended.Id, ct);
            told = await TellAsync(session, ended, ct);
            await session.CommitAsync(ct);
        }

        await feed.TellAsync(ended.TenantId, told);
        await feed.PublishAsync(new WorkspaceChange(ended.TenantId, "import", [], []), ct);
        return ended;
    }

    private async Task<IReadOnlyList<Guid>> TellAsync(SqlSession session, ImportClaim ended, CancellationToken ct) => ended.CreatedById is { } person
        ? await NoticeWriter.WriteAsync(
            session, ended.TenantId, [new Notice(NotificationKind.ImportFinished, ended.Id, [person]) { TargetId = ended.ChannelId, About = ended.FileName }], time, ct)
        : [];

    private async Task<(long Done, long Waiting)> CountAsync(ImportClaim import, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return (await session.QueryAsync(
            """
            SELECT (SELECT COALESCE(sum(accepted + duplicates + failed), 0) FROM import_counts WHERE tenant_id = @tenant AND import_id = @import),
                (SELECT count(*) FROM import_waiting WHERE tenant_id = @tenant AND import_id = @import)
            """,
            new() { ["tenant"] = import.TenantId, ["import"] = import.Id },
            row => (row.GetInt64(0), row.GetInt64(1)),
            ct))[0];
    }

    private async Task<ImportClaim?> TryAgainAsync(ImportClaim import, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        if (!await import.SaveAsync(session, null, null, ct))
        {
            return null;
        }

        var waiting = await WaitingAsync(session, import, ct);
        await InboxTables.AppendAsync(session, waiting, ct);
        await ForgetWaitingAsync(session, import, ct);
        await session.CommitAsync(ct);
        news.Appended(waiting);
        return import;
    }

    private async Task<ImportClaim?> ReportAsync(ImportClaim import, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        if (!await import.SaveAsync(session, null, null, ct))
        {
            return null;
        }

        var waiting = await WaitingAsync(session, import, ct);
        var errors = waiting.ConvertAll(w => new ImportError { TenantId = import.TenantId, ImportId = import.Id, Line = w.RawIndex, Field = "inReplyTo", Message = UnplacedMessageException.Reason });
        await session.InsertAsync(ImportError.Table, errors, OnConflict.Skip, ct);
        await session.InsertAsync(ImportCount.Table, [ImportTally.Failed(import.TenantId, import.Id, errors.Count, time)], OnConflict.Fail, ct);
        await ForgetWaitingAsync(session, import, ct);
        await session.CommitAsync(ct);
        return import;
    }

    private static Task<List<InboxItem>> WaitingAsync(SqlSession session, ImportClaim import, CancellationToken ct) => session.QueryAsync(
        "SELECT line, channel_id, bucket, raw_event_id, payload, received_at FROM import_waiting WHERE tenant_id = @tenant AND import_id = @import ORDER BY line",
        new() { ["tenant"] = import.TenantId, ["import"] = import.Id },
        row => new InboxItem
        {
            TenantId = import.TenantId,
            Class = LaneClass.Import,
            RawIndex = (int)row.GetInt64(0),
            ChannelId = row.GetGuid(1),
            Bucket = row.GetInt16(2),
            RawEventId = row.GetGuid(3),
            Payload = row.GetString(4),
            ReceivedAt = row.Time(5),
            ImportId = import.Id,
        },
        ct);

    private static Task<int> ForgetWaitingAsync(SqlSession session, ImportClaim import, CancellationToken ct) => session.ExecuteAsync(
        "DELETE FROM import_waiting WHERE tenant_id = @tenant AND import_id = @import", new() { ["tenant"] = import.TenantId, ["import"] = import.Id }, ct);
}
