using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>What is known of a file that can be read.</summary>
internal sealed record ReadableFile(Guid TenantId, Guid Id, Guid FileId, string Name, string Type, long Size, string Hash, bool Showable);

/// <summary>Finds and opens files, for whoever may have them.</summary>
internal sealed class AttachmentContents(ICrmDatabase database, IFileStore store)
{
    /// <summary>Null when there is none in this organisation, or its content is not there.</summary>
    public async Task<ReadableFile?> FindAsync(Guid tenantId, Guid id, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var found = await session.QueryAsync(
            "SELECT file_id, name, type, size, hash, width FROM attachments WHERE tenant_id = @tenant AND id = @id AND file_id IS NOT NULL",
            new() { ["tenant"] = tenantId, ["id"] = id },
            row => new ReadableFile(tenantId, id, row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4), !row.IsDBNull(5)),
            ct);
        return found.Count > 0 ? found[0] : null;
    }

    public Task<Stream?> OpenAsync(ReadableFile file, CancellationToken ct) => store.OpenAsync(file.TenantId, file.FileId, ct);
}
