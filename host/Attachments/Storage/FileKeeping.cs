using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Keeps content and lets it go, in the transaction of whoever refers to it.</summary>
internal static class FileKeeping
{
    /// <summary>False when a sweep took it for abandoned: then it must not be referred to.</summary>
    public static async Task<bool> KeepAsync(SqlSession session, Guid tenantId, StoredContent content, CancellationToken ct) =>
        await session.ExecuteAsync(
            $"UPDATE stored_files SET state = {(short)StoredFileState.Kept}, size = @size WHERE tenant_id = @tenant AND id = @id AND state = {(short)StoredFileState.Writing}",
            new() { ["size"] = content.Size, ["tenant"] = tenantId, ["id"] = content.FileId },
            ct) == 1;

    /// <summary>The sweep removes them. The caller holds the rows that referred to them, or has deleted them.</summary>
    public static async Task ReleaseAsync(SqlSession session, Guid tenantId, IEnumerable<Guid?> fileIds, CancellationToken ct)
    {
        var ids = fileIds.OfType<Guid>().Order().ToArray();
        if (ids.Length > 0)
        {
            await session.ExecuteLaterAsync(
                $"UPDATE stored_files SET state = {(short)StoredFileState.Released} WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")} AND state <> {(short)StoredFileState.Removing}",
                new() { ["tenant"] = tenantId, ["ids"] = ids },
                ct);
        }
    }
}
