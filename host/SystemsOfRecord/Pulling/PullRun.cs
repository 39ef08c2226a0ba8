using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>One turn of one system: fetches batch after batch outside any transaction, each stored with its cursor.</summary>
internal sealed class PullRun(
    IServiceScopeFactory scopes, ICrmDatabase database, RecordCalls calls, PullIntake intake, WorkspaceFeed feed, ILogger<PullRun> log)
{
    // So many batches, then others that are due go first.
    private const int MostBatches = 10;
    private static readonly TimeSpan PluginAway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NothingToPull = TimeSpan.FromDays(1);

    private readonly PollLeases _leases = new(database, PullTable.Of);

    public Task<IReadOnlyList<PollLease>> TakeAsync(int most, CancellationToken ct) => _leases.TakeAsync(most, ct);

    public async Task RunAsync(PollLease lease, CancellationToken stopping)
    {
        try
        {
            await PullAsync(lease, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await _leases.PostponeAsync(lease, TimeSpan.Zero, CancellationToken.None);
        }
    }

    private async Task PullAsync(PollLease lease, CancellationToken ct)
    {
        if (await FindAsync(lease, ct) is not { Enabled: true, DeletedAt: null } system || (calls.Kind(system) is not null && !calls.Pulls(system)))
        {
            await _leases.PostponeAsync(lease, NothingToPull, ct);
            return;
        }

        var (cursor, failures) = (lease.Cursor, lease.Failures);
        for (var batch = 1; ; batch++)
        {
            if (await FetchAsync(system, cursor, ct) is not ({ } pulled, { } descriptor))
            {
                await _leases.PostponeAsync(lease, PluginAway, ct);
                return;
            }

            var goesOn = pulled.Result is { Status: PollStatus.Ok, HasMore: true } && batch < MostBatches;
            var step = PollStep.After(pulled.Outcome(descriptor), failures, goesOn, Random.Shared.NextDouble());
            if (await intake.StoreAsync(lease, pulled, step) is not { } customers)
            {
                log.PullLost(lease.SourceId);
                return;
            }

            if (customers.Count > 0)
            {
                await feed.PublishAsync(new WorkspaceChange(lease.TenantId, "records", [], [.. customers]), CancellationToken.None);
            }

            if (!goesOn)
            {
                return;
            }

            (cursor, failures) = (pulled.Result.Cursor ?? cursor, step.Failures);
        }
    }

    private async Task<(PulledChanges? Pulled, SystemOfRecordDescriptor? Descriptor)> FetchAsync(RecordSystem system, string? cursor, CancellationToken ct)
    {
        try
        {
            return (await calls.PullAsync(system, cursor, ct), calls.Kind(system)?.Descriptor);
        }
        catch (PluginUnavailableException)
        {
            return (null, null);
        }
    }

    private async Task<RecordSystem?> FindAsync(PollLease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.TenantId = lease.TenantId;
        return await db.Set<RecordSystem>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == lease.SourceId, ct);
    }
}
