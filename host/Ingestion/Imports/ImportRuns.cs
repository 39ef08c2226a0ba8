using Microsoft.Extensions.Options;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Reads the imports that are due. Each belongs to one node at a time, by a lease on the database's clock; a node that dies
/// is followed by another from the last committed place.
/// </summary>
internal sealed class ImportRuns(
    ICrmDatabase database, ImportReading reading, ImportClosing closing, ChannelDirectory channels, ChannelCalls calls, TenantDepths depths,
    ImportSignal signal, IOptions<ImportsOptions> options, TimeProvider time, ILogger<ImportRuns> log) : BackgroundService
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(ImportClaim.LeaseSeconds / 3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.AtATime).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    private async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await ImportClaim.TakeAsync(database, ct) is { } import)
                {
                    await FollowAsync(import, ct);
                }
                else
                {
                    await signal.WaitAsync(Poll, ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.ImportsFailed(error);
                await Task.Delay(Poll, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Stays with an import until it ends, is lost or has to wait.</summary>
    private async Task FollowAsync(ImportClaim import, CancellationToken ct)
    {
        var (hints, saved) = (new LaneHints(), time.GetTimestamp());
        ImportClaim? current = import;
        try
        {
            while (current is { State: ImportState.Reading or ImportState.Processing })
            {
                var mayRead = current.State == ImportState.Reading && depths.OfImports(current.TenantId) < options.Value.HighWater;
                if (!mayRead && current.State == ImportState.Reading)
                {
                    await Task.Delay(Rest, time, ct);
                    if (time.GetElapsedTime(saved) > Heartbeat)
                    {
                        (current, saved) = (await closing.KeepAsync(current, ct), time.GetTimestamp());
                    }

                    continue;
                }

                var next = mayRead ? await ReadAsync(current, hints, ct) : await closing.StepAsync(current, ct);
                saved = time.GetTimestamp();
                if (next is { State: ImportState.Processing })
                {
                    await Task.Delay(Rest, time, ct);
                }

                current = next;
            }
        }
        catch (PluginException error)
        {
            await WaitAsync(current!, error.Reason, ct);
        }
        catch (Exception)
        {
            // The server stops, or the database is away: whoever comes next goes on from the committed place.
            await current!.ReleaseAsync(database, ct.IsCancellationRequested ? TimeSpan.Zero : Pause, null, CancellationToken.None);
            throw;
        }
    }

    private async Task<ImportClaim?> ReadAsync(ImportClaim import, LaneHints hints, CancellationToken ct)
    {
        var channel = await channels.FindAsync(import.TenantId, import.ChannelId, ct);
        return channel is null or { Deleted: true }
            ? await closing.FailAsync(import, "The channel was deleted.", ct)
            : calls.WhyCannotImport(channel) is { } why ? throw new PluginUnavailableException(channel.Connector, why)
            : await reading.StepAsync(import, channel, hints, ct);
    }

    private async Task WaitAsync(ImportClaim import, string reason, CancellationToken ct)
    {
        var tried = import with { Attempts = import.Attempts + 1 };
        if (tried.Attempts >= MostAttempts)
        {
            await closing.FailAsync(tried, $"Gave up after {MostAttempts} attempts: {reason}", ct);
        }
        else
        {
            await tried.ReleaseAsync(database, Pause, $"Waits, and is tried again in some seconds: {reason}", ct);
        }
    }
}
