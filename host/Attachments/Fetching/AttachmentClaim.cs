using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>An attachment that this node fetches until its lease ends.</summary>
internal sealed record AttachmentClaim(
    Guid TenantId, Guid Id, Guid ConversationId, string Name, long? DeclaredSize, string? SourceUrl, int Attempts, long Epoch)
{
    private const string Columns = "tenant_id, id, conversation_id, name, size, source_url, attempts, epoch";

    /// <summary>Takes the one that is due for longest, under an epoch of its own; null when nothing is due.</summary>
    public static async Task<AttachmentClaim?> TakeAsync(ICrmDatabase database, TimeSpan lease, CancellationToken ct)
    {
        await using (var look = await database.ReadAsync(ct))
        {
            if ((await look.QueryAsync($"SELECT 1 {Due(look)} LIMIT 1", SqlParameters.None, row => row.GetInt32(0), ct)).Count == 0)
            {
                return null;
            }
        }

        await using var session = await database.WriteAsync(ct);
        var now = await NowAsync(session, ct);
        var due = await session.QueryAsync($"SELECT {Columns} {Due(session)} ORDER BY due_at LIMIT 1{session.Dialect.ForUpdateSkipLocked}", SqlParameters.None, Read, ct);
        if (due.Count == 0)
        {
            return null;
        }

        var claim = due[0] with { Attempts = due[0].Attempts + 1, Epoch = due[0].Epoch + 1 };
        await session.ExecuteAsync(
            "UPDATE attachments SET epoch = @epoch, attempts = @attempts, leased_until = @until WHERE tenant_id = @tenant AND id = @id",
            new() { ["epoch"] = claim.Epoch, ["attempts"] = claim.Attempts, ["until"] = now + lease, ["tenant"] = claim.TenantId, ["id"] = claim.Id },
            ct);
        await session.CommitAsync(ct);
        return claim;
    }

    /// <summary>The content that came along with the message; null where it is fetched.</summary>
    public async Task<byte[]?> InlineAsync(ICrmDatabase database, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT bytes FROM attachment_inline WHERE tenant_id = @tenant AND attachment_id = @id", Key(), row => row.GetFieldValue<byte[]>(0), ct);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>It is there, together with the content's being kept. False when the attachment is no longer ours, or gone: then nothing was changed.</summary>
    public async Task<bool> StoreAsync(ICrmDatabase database, StoredContent content, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var parameters = Key();
        (parameters["type"], parameters["size"], parameters["hash"]) = (content.Type, content.Size, content.Hash);
        (parameters["width"], parameters["height"]) = (content.Image?.Width ?? 0, content.Image?.Height ?? 0);
        (parameters["file"], parameters["now"]) = (content.FileId, await NowAsync(session, ct));
        var mine = await session.ExecuteAsync(
            $"""
            UPDATE attachments SET state = {(short)AttachmentState.Stored}, type = @type, size = @size, hash = @hash, width = NULLIF(@width, 0), height = NULLIF(@height, 0),
            file_id = @file, due_at = @now, leased_until = NULL, reason = NULL WHERE {Mine}
            """,
            parameters, ct) == 1;
        if (!mine || !await FileKeeping.KeepAsync(session, TenantId, content, ct))
        {
            return false;
        }

        await session.ExecuteAsync("DELETE FROM attachment_inline WHERE tenant_id = @tenant AND attachment_id = @id", Key(), ct);
        await session.CommitAsync(ct);
        return true;
    }

    /// <summary>It is tried again later, or never.</summary>
    public async Task FailAsync(ICrmDatabase database, TimeSpan? again, string reason, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var parameters = Key();
        parameters["state"] = (short)(again is null ? AttachmentState.Refused : AttachmentState.Pending);
        (parameters["due"], parameters["reason"]) = (await NowAsync(session, ct) + (again ?? TimeSpan.Zero), reason);
        var mine = await session.ExecuteAsync($"UPDATE attachments SET state = @state, due_at = @due, reason = @reason, leased_until = NULL WHERE {Mine}", parameters, ct) == 1;
        if (mine && again is null)
        {
            await session.ExecuteAsync("DELETE FROM attachment_inline WHERE tenant_id = @tenant AND attachment_id = @id", Key(), ct);
        }

        await session.CommitAsync(ct);
    }

    private static readonly string Mine = $"tenant_id = @tenant AND id = @id AND epoch = @epoch AND state = {(short)AttachmentState.Pending}";

    private SqlParameters Key() => new() { ["tenant"] = TenantId, ["id"] = Id, ["epoch"] = Epoch };

    private static string Due(SqlSession session) =>
        $"FROM attachments WHERE state = {(short)AttachmentState.Pending} AND due_at <= {session.Dialect.Now} AND (leased_until IS NULL OR leased_until < {session.Dialect.Now})";

    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];

    private static AttachmentClaim Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetInt64(4), row.Text(5), row.GetInt32(6), row.GetInt64(7));
}
