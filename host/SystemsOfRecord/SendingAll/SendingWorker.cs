namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Goes on with the walks over all customers, those of each system a step at a time, as fast as the systems take the events.</summary>
internal sealed class SendingWorker(SendingStep step, SendingSignal signal, RecordSignal deliveries, TimeProvider time, ILogger<SendingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (tenant, system) in await step.DueAsync(stoppingToken))
                {
                    await RunAsync(tenant, system, stoppingToken);
                }

                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.SendingFailed(error);
                await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // A walk that fails holds up no other.
    private async Task RunAsync(Guid tenant, Guid system, CancellationToken ct)
    {
        try
        {
            while (await step.RunAsync(tenant, system, ct))
            {
                deliveries.Raise();
            }
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.SendingFailed(error);
        }
    }
}
