using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>One turn of one channel: fetches batch after batch outside any transaction, each stored with its cursor.</summary>
internal sealed class PollRun(
    ChannelDirectory channels,
    ChannelCalls calls,
    PollLeases leases,
    PollIntake intake,
    TenantDepths depths,
    WorkspaceFeed feed,
    PollMetrics metrics,
    TimeProvider time,
    ILogger<PollRun> log)
{
    // So many batches, then others that are due go first.
    private const int MostBatches = 10;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PluginAway = TimeSpan.FromSeconds(30);

    public async Task RunAsync(PollLease lease, CancellationToken stopping)
    {
        metrics.Started(lease.StartedAt - lease.DueAt);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var holding = HoldAsync(lease, held);
        try
        {
            await PollAsync(lease, held.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await leases.PostponeAsync(lease, TimeSpan.Zero, CancellationToken.None);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            Lost(lease);
        }
        finally
        {
            await held.CancelAsync();
            await holding;
        }

        await feed.PublishAsync(new WorkspaceChange(lease.TenantId, "channels", [], []), CancellationToken.None);
    }

    private async Task PollAsync(PollLease lease, CancellationToken ct)
    {
        if (await channels.ReadNowAsync(lease.TenantId, lease.SourceId, ct) is not { Deleted: false, Enabled: true } channel)
        {
            await leases.PostponeAsync(lease, Busy, ct);
            return;
        }

        var (cursor, failures) = (lease.Cursor, lease.Failures);
        for (var batch = 1; ; batch++)
        {
            if (depths.IsHigh(lease.TenantId, lease.SourceId))
            {
                await leases.PostponeAsync(lease, Busy, ct);
                return;
            }

            if (await FetchAsync(channel, cursor, ct) is not ({ } polled, { } descriptor))
            {
                await leases.PostponeAsync(lease, PluginAway, ct);
                return;
            }

            var goesOn = polled.Result is { Status: PollStatus.Ok, HasMore: true } && batch < MostBatches;
            var step = PollStep.After(polled.Result, descriptor, failures, goesOn, Random.Shared.NextDouble());
            if (!await intake.StoreAsync(channel, lease, polled, step))
            {
                Lost(lease);
                return;
            }

            if (!goesOn)
            {
                return;
            }

            (cursor, failures) = (polled.Result.Cursor ?? cursor, step.Failures);
        }
    }

    private async Task<(PolledBatch? Batch, ChannelDescriptor? Descriptor)> FetchAsync(ConfiguredChannel channel, string? cursor, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        try
        {
            var batch = await calls.PollAsync(channel, cursor, ct);
            metrics.Polled(batch.Result.Status, time.GetElapsedTime(started));
            return (batch, calls.Descriptor(channel));
        }
        catch (PluginUnavailableException)
        {
            return (null, null);
        }
    }

    /// <summary>Renews the lease until the run is over; ends the run when it is no longer held.</summary>
    private async Task HoldAsync(PollLease lease, CancellationTokenSource held)
    {
        try
        {
            while (true)
            {
                await Task.Delay(PollLeases.Lasts / 3, time, held.Token);
                if (!await leases.RenewAsync(lease, held.Token))
                {
                    await held.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
        catch (Exception error)
        {
            // Unrenewed it may end while the run goes on; the epoch still keeps a late run from writing.
            log.LeaseNotRenewed(error, lease.SourceId);
        }
    }

    private void Lost(PollLease lease)
    {
        metrics.Lost();
        log.PollLost(lease.SourceId);
    }
}
