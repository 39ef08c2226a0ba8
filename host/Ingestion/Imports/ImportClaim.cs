using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>An import that this node reads until its lease ends, which each step prolongs.</summary>
internal sealed record ImportClaim
{
    public const int LeaseSeconds = 15;

    private const string Columns =
        "tenant_id, id, channel_id, file_name, size, mapping, state, position, next_line, reader_state, rows, queued, unplaced, attempts, epoch, created_by_id";

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required string FileName { get; init; }

    public required long Size { get; init; }

    public required string Mapping { get; init; }

    public required ImportState State { get; init; }

    public required long Position { get; init; }

    public required long NextLine { get; init; }

    public required string? ReaderState { get; init; }

    public required long Rows { get; init; }

    public required long Queued { get; init; }

    public required long? Unplaced { get; init; }

    public required int Attempts { get; init; }

    public required long Epoch { get; init; }

    public required Guid? CreatedById { get; init; }

    /// <summary>Takes the import that is due for longest, under an epoch of its own; null when nothing is due.</summary>
    public static async Task<ImportClaim?> TakeAsync(ICrmDatabase database, CancellationToken ct)
    {
        await using (var look = await database.ReadAsync(ct))
        {
            if ((await look.QueryAsync($"SELECT 1 {Due(look)} LIMIT 1", SqlParameters.None, row => row.GetInt32(0), ct)).Count == 0)
            {
                return null;
            }
        }

        await using var session = await database.WriteAsync(ct);
        var due = await session.QueryAsync($"SELECT {Columns} {Due(session)} ORDER BY due_at LIMIT 1{session.Dialect.ForUpdateSkipLocked}", SqlParameters.None, Read, ct);
        if (due.Count == 0)
        {
            return null;
        }

        var claim = due[0] with { Epoch = due[0].Epoch + 1 };
        await session.UpdateAsync(Leased(await UntilAsync(session, ct)), [claim], ct);
        await session.CommitAsync(ct);
        return claim;
    }

    /// <summary>Writes how far it has come, in the caller's transaction. False when the import is no longer ours.</summary>
    public async Task<bool> SaveAsync(SqlSession session, DateTime? finishedAt, string? reason, CancellationToken ct)
    {
        var until = await UntilAsync(session, ct);
        return await session.ExecuteAsync(
            """
            UPDATE imports SET state = @state, position = @position, next_line = @line, reader_state = @reader, rows = @rows, queued = @queued,
            unplaced = @unplaced, attempts = @attempts, leased_until = @until, finished_at = @finished, reason = @reason
            WHERE tenant_id = @tenant AND id = @id AND epoch = @epoch
            """,
            new()
            {
                ["state"] = (short)State,
                ["position"] = Position,
                ["line"] = NextLine,
                ["reader"] = ReaderState,
                ["rows"] = Rows,
                ["queued"] = Queued,
                ["unplaced"] = Unplaced,
                ["attempts"] = Attempts,
                ["until"] = until,
                ["finished"] = finishedAt,
                ["reason"] = reason,
                ["tenant"] = TenantId,
                ["id"] = Id,
                ["epoch"] = Epoch,
            },
            ct) == 1;
    }

    /// <summary>Lets go of it, to be taken again after a while.</summary>
    public async Task ReleaseAsync(ICrmDatabase database, TimeSpan pause, string? reason, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var due = await NowAsync(session, ct) + pause;
        await session.ExecuteAsync(
            "UPDATE imports SET leased_until = NULL, due_at = @due, reason = @reason, attempts = @attempts WHERE tenant_id = @tenant AND id = @id AND epoch = @epoch",
            new() { ["due"] = due, ["reason"] = reason, ["attempts"] = Attempts, ["tenant"] = TenantId, ["id"] = Id, ["epoch"] = Epoch },
            ct);
        await session.CommitAsync(ct);
    }

    private static string Due(SqlSession session) =>
        $"FROM imports WHERE state IN ({(short)ImportState.Reading}, {(short)ImportState.Processing}) AND due_at <= {session.Dialect.Now} AND (leased_until IS NULL OR leased_until < {session.Dialect.Now})";

    private static async Task<DateTime> UntilAsync(SqlSession session, CancellationToken ct) => await NowAsync(session, ct) + TimeSpan.FromSeconds(LeaseSeconds);

    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static SqlTable<ImportClaim> Leased(DateTime until) => new(
        "imports",
        new("tenant_id", SqlType.Uuid, i => i.TenantId, IsKey: true),
        new("id", SqlType.Uuid, i => i.Id, IsKey: true),
        new("epoch", SqlType.BigInt, i => i.Epoch),
        new("leased_until", SqlType.Timestamp, _ => until));

    private static ImportClaim Read(DbDataReader row) => new()
    {
        TenantId = row.GetGuid(0),
        Id = row.GetGuid(1),
        ChannelId = row.GetGuid(2),
        FileName = row.GetString(3),
        Size = row.GetInt64(4),
        Mapping = row.GetString(5),
        State = (ImportState)row.GetInt16(6),
        Position = row.GetInt64(7),
        NextLine = row.GetInt64(8),
        ReaderState = row.Text(9),
        Rows = row.GetInt64(10),
        Queued = row.GetInt64(11),
        Unplaced = row.IsDBNull(12) ? null : row.GetInt64(12),
        Attempts = row.GetInt32(13),
        Epoch = row.GetInt64(14),
        CreatedById = row.Id(15),
    };
}
