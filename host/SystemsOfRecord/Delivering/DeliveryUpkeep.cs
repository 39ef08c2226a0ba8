using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// Removes what the delivery log need not hold any longer: what was taken after 30 days, what was not after 90, and all of a
/// deleted system.
/// </summary>
internal sealed class DeliveryUpkeep(IServiceScopeFactory scopes, ICrmDatabase database, TimeProvider time, ILogger<DeliveryUpkeep> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    public static readonly TimeSpan FailedKept = TimeSpan.FromDays(90);
    private const int AtATime = 1_000;
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.UpkeepFailed(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (tenant, system, deleted) in await SystemsAsync(ct))
        {
            if (deleted)
            {
                await RemoveAsync(tenant, system, now, "state >= 0", ct);
                continue;
            }

            await RemoveAsync(tenant, system, now - Kept, "state = 2", ct);
            await RemoveAsync(tenant, system, now - FailedKept, "state > 2", ct);
        }
    }

    private async Task RemoveAsync(Guid tenant, Guid system, DateTime before, string which, CancellationToken ct)
    {
        var removed = AtATime;
        while (removed == AtATime)
        {
            await using var session = await database.WriteAsync(ct);
            removed = await session.ExecuteAsync(
                $"""
                DELETE FROM record_deliveries WHERE seq IN (
                    SELECT seq FROM record_deliveries
                    WHERE tenant_id = @tenant AND system_id = @system AND id < @before AND created_at < @time AND {which} ORDER BY id LIMIT {AtATime})
                """,
                new() { ["tenant"] = tenant, ["system"] = system, ["before"] = OrderedId.At(before, 0), ["time"] = before },
                ct);
            await session.CommitAsync(ct);
        }
    }

    private async Task<List<(Guid Tenant, Guid System, bool Deleted)>> SystemsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var systems = scope.ServiceProvider.GetRequiredService<CrmDbContext>().Set<RecordSystem>().IgnoreQueryFilters().AsNoTracking();
        return [.. (await systems.Select(s => new { s.TenantId, s.Id, s.DeletedAt }).ToListAsync(ct)).Select(s => (s.TenantId, s.Id, s.DeletedAt != null))];
    }
}
