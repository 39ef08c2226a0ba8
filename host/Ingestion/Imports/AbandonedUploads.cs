using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Deletes the pieces of files whose upload never ended, because its node died. Nothing else names them.</summary>
internal sealed class AbandonedUploads(ICrmDatabase database, TimeProvider time, ILogger<AbandonedUploads> log) : BackgroundService
{
    /// <summary>An upload that takes longer is broken off.</summary>
    public static readonly TimeSpan LongestUpload = TimeSpan.FromHours(6);

    // The clocks of nodes may differ.
    private static readonly TimeSpan Kept = LongestUpload + TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.UploadsNotSwept(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // An import's id begins with the time at which its upload began.
    private async Task SweepAsync(CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var swept = await session.ExecuteAsync(
            """
            DELETE FROM import_files WHERE import_id < @oldest
            AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.tenant_id = import_files.tenant_id AND i.id = import_files.import_id)
            """,
            new() { ["oldest"] = Guid.CreateVersion7(time.GetUtcNow() - Kept) },
            ct);
        await session.CommitAsync(ct);
        if (swept > 0)
        {
            log.UploadsSwept(swept);
        }
    }
}
