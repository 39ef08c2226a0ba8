using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Brings content into the store, within the limits of this server and the organisation's quota.</summary>
internal sealed class FileIntake(ICrmDatabase database, IFileStore store, IOptions<AttachmentsOptions> options, TimeProvider time)
{
    /// <summary>Shorter than what the sweep takes for abandoned.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>Writes the content. It stays only if <see cref="FileKeeping.KeepAsync"/> says so in a transaction soon after.</summary>
    /// <exception cref="FileRefusedException">It is not taken; nothing of it stays.</exception>
    public async Task<StoredContent> StoreAsync(Guid tenantId, Stream source, string name, CancellationToken ct)
    {
        await CheckQuotaAsync(tenantId, 1, ct);
        var fileId = await AnnounceAsync(tenantId, ct);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(ct);
        budget.CancelAfter(Longest);
        try
        {
            using var file = new IncomingFile(source, name, options.Value);
            await store.WriteAsync(tenantId, fileId, file.PiecesAsync(budget.Token), budget.Token);
            await CheckQuotaAsync(tenantId, file.Size, budget.Token);
            return new StoredContent(fileId, file.Size, file.Hash(), file.Type, file.Image);
        }
        catch
        {
            await DropAsync(tenantId, fileId);
            throw;
        }
    }

    /// <summary>The content will not be referred to after all.</summary>
    public async Task DropAsync(Guid tenantId, Guid fileId)
    {
        try
        {
            await using var session = await database.WriteAsync(CancellationToken.None);
            await FileKeeping.ReleaseAsync(session, tenantId, [fileId], CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when (database.IsTransient(error))
        {
            // The sweep finds it a while later by itself.
        }
    }

    private async Task<Guid> AnnounceAsync(Guid tenantId, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];
        var file = new StoredFile { TenantId = tenantId, Id = Guid.CreateVersion7(time.GetUtcNow()), State = StoredFileState.Writing, TouchedAt = now };
        await session.InsertAsync(StoredFile.Table, [file], OnConflict.Fail, ct);
        await session.CommitAsync(ct);
        return file.Id;
    }

    // Files that are stored at the same moment may together go over it by their own size: it guards a disk, not an account.
    private async Task CheckQuotaAsync(Guid tenantId, long more, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var used = await session.ScalarAsync<long>("SELECT COALESCE(SUM(size), 0) FROM stored_files WHERE tenant_id = @tenant", new() { ["tenant"] = tenantId }, ct);
        if (used + more > options.Value.QuotaBytes)
        {
            throw new FileRefusedException(
                FileRefusal.Quota,
                $"The files of your organisation fill the {options.Value.QuotaMegabytes:N0} MiB that this server gives it. Whoever runs the server can raise Attachments:QuotaMegabytes.");
        }
    }
}
