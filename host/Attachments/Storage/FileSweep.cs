using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Lets go of what is kept for long enough, and removes content that nothing refers to. Any node may do it; no two do the same.</summary>
internal sealed class FileSweep(
    ICrmDatabase database, IFileStore store, IOptions<AttachmentsOptions> options, TimeProvider time, ILogger<FileSweep> log) : BackgroundService
{
    private const int AtATime = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>One round; false when there was nothing to do.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var expired = await ExpireAsync(ct);
        var files = await TakeAsync(ct);
        foreach (var (tenantId, id) in files)
        {
            await store.RemoveAsync(tenantId, id, ct);
        }

        await ForgetAsync(files, ct);
        return expired || files.Count > 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.SweepFailed(error);
            }
        }
    }

    private async Task<bool> ExpireAsync(CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = await NowAsync(session, ct);
        var files = await session.QueryAsync(
            $"""
            DELETE FROM attachments WHERE (tenant_id, id) IN (
                SELECT tenant_id, id FROM attachments WHERE state = {(short)AttachmentState.Draft} AND due_at < @now ORDER BY due_at LIMIT {AtATime}{session.Dialect.ForUpdateSkipLocked})
            RETURNING tenant_id, file_id
            """,
            new() { ["now"] = now }, row => (Tenant: row.GetGuid(0), File: row.Id(1)), ct);
        files.AddRange(await RetireAsync(session, now, ct));
        foreach (var tenant in files.GroupBy(f => f.Tenant).OrderBy(g => g.Key))
        {
            await FileKeeping.ReleaseAsync(session, tenant.Key, tenant.Select(f => f.File), ct);
        }

        await session.CommitAsync(ct);
        return files.Count > 0;
    }

    private async Task<List<(Guid Tenant, Guid? File)>> RetireAsync(SqlSession session, DateTime now, CancellationToken ct)
    {
        if (options.Value.RetentionDays is not (> 0 and var days))
        {
            return [];
        }

        var old = await session.QueryAsync(
            $"SELECT tenant_id, id, file_id FROM attachments WHERE state = {(short)AttachmentState.Stored} AND due_at < @before ORDER BY due_at LIMIT {AtATime}{session.Dialect.ForUpdateSkipLocked}",
            new() { ["before"] = now.AddDays(-days) }, row => (Tenant: row.GetGuid(0), Id: row.GetGuid(1), File: row.Id(2)), ct);
        foreach (var tenant in old.GroupBy(a => a.Tenant))
        {
            await session.ExecuteAsync(
                $"UPDATE attachments SET state = {(short)AttachmentState.Gone}, file_id = NULL, reason = @reason WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
                new() { ["reason"] = $"Files are kept for {days} days here.", ["tenant"] = tenant.Key, ["ids"] = tenant.Select(a => a.Id).ToArray() }, ct);
        }

        return old.ConvertAll(a => (a.Tenant, a.File));
    }

    // Marked first, in a transaction of its own: from here on nobody can keep them.
    private async Task<List<(Guid Tenant, Guid Id)>> TakeAsync(CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var now = await NowAsync(session, ct);
        var files = await session.QueryAsync(
            $"""
            SELECT tenant_id, id FROM stored_files WHERE state = {(short)StoredFileState.Released}
            OR (state IN ({(short)StoredFileState.Writing}, {(short)StoredFileState.Removing}) AND touched_at < @abandoned) ORDER BY touched_at LIMIT {AtATime}{session.Dialect.ForUpdateSkipLocked}
            """,
            new() { ["abandoned"] = now - Abandoned }, row => (Tenant: row.GetGuid(0), Id: row.GetGuid(1)), ct);
        foreach (var tenant in files.GroupBy(f => f.Tenant))
        {
            await session.ExecuteAsync(
                $"UPDATE stored_files SET state = {(short)StoredFileState.Removing}, touched_at = @now WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
                new() { ["now"] = now, ["tenant"] = tenant.Key, ["ids"] = tenant.Select(f => f.Id).ToArray() }, ct);
        }

        await session.CommitAsync(ct);
        return files;
    }

    private async Task ForgetAsync(List<(Guid Tenant, Guid Id)> files, CancellationToken ct)
    {
        if (files.Count == 0)
        {
            return;
        }

        await using var session = await database.WriteAsync(ct);
        foreach (var tenant in files.GroupBy(f => f.Tenant))
        {
            await session.ExecuteAsync(
                $"DELETE FROM stored_files WHERE tenant_id = @tenant AND id {session.Dialect.AnyOf("@ids")}",
                new() { ["tenant"] = tenant.Key, ["ids"] = tenant.Select(f => f.Id).ToArray() }, ct);
        }

        await session.CommitAsync(ct);
    }

    private static async Task<DateTime> NowAsync(SqlSession session, CancellationToken ct) =>
        (await session.QueryAsync($"SELECT {session.Dialect.Now}", SqlParameters.None, row => row.Time(0), ct))[0];
}
