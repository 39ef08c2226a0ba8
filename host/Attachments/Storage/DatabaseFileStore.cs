using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Files as pieces in the database, so that any node can read them and one backup holds all. No transaction is longer than a piece.</summary>
internal sealed class DatabaseFileStore(ICrmDatabase database) : IFileStore
{
    public async Task WriteAsync(Guid tenantId, Guid fileId, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        var number = 0;
        await foreach (var bytes in pieces.WithCancellation(ct))
        {
            var piece = new FilePiece { TenantId = tenantId, FileId = fileId, Number = number++, Bytes = bytes.ToArray() };
            await using var session = await database.WriteAsync(ct);
            await session.InsertAsync(FilePiece.Table, [piece], OnConflict.Fail, ct);
            await session.CommitAsync(ct);
        }
    }

    public async Task<Stream?> OpenAsync(Guid tenantId, Guid fileId, CancellationToken ct) =>
        await PieceAsync(tenantId, fileId, 0, ct) is { } first
            ? new PieceStream(first, (number, token) => PieceAsync(tenantId, fileId, number, token))
            : null;

    public async Task RemoveAsync(Guid tenantId, Guid fileId, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        await session.ExecuteAsync(
            "DELETE FROM file_pieces WHERE tenant_id = @tenant AND file_id = @file", new() { ["tenant"] = tenantId, ["file"] = fileId }, ct);
        await session.CommitAsync(ct);
    }

    private async Task<byte[]?> PieceAsync(Guid tenantId, Guid fileId, int number, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT bytes FROM file_pieces WHERE tenant_id = @tenant AND file_id = @file AND number = @number",
            new() { ["tenant"] = tenantId, ["file"] = fileId, ["number"] = number },
            row => row.GetFieldValue<byte[]>(0),
            ct);
        return found.Count > 0 ? found[0] : null;
    }
}
