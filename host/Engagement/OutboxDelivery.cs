using SocialCrm.Host.Attachments;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Engagement;

/// <summary>Sends what is due through the channels' plugins, outside any transaction, and records what became of it.</summary>
internal sealed class OutboxDelivery(
    ICrmDatabase database,
    ChannelDirectory channels,
    ChannelCalls calls,
    OutboundMedia media,
    DeliveryRecord record,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<OutboxDelivery> log) : BackgroundService
{
    private const int AtATime = 16;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await TurnAsync(stoppingToken))
                {
                    await signal.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.DeliveryFailed(error);
                await Task.Delay(Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> TurnAsync(CancellationToken ct)
    {
        foreach (var abandoned in await OutboxClaim.TakeAbandonedAsync(database, ct))
        {
            await record.WriteAsync(abandoned, await AbandonedAsync(abandoned));
        }

        // What was claimed is sent to the end even when the server stops: a cut-off send is one that nobody knows of.
        var due = await OutboxClaim.TakeAsync(database, AtATime, ct);
        await Task.WhenAll(due.Select(SendAsync));
        return due.Count > 0;
    }

    private async Task SendAsync(OutboxClaim item)
    {
        var result = await AttemptAsync(item);
        await record.WriteAsync(item, result);
    }

    private async Task<SendResult> AttemptAsync(OutboxClaim item)
    {
        var channel = await channels.FindAsync(item.TenantId, item.ChannelId, CancellationToken.None);
        if (channel is null || channel.Deleted)
        {
            return SendResult.Failed("The channel was removed.");
        }

        try
        {
            return await calls.SendAsync(channel, media.Ready(EngagementJson.Read(item.Payload), item.TenantId, item.ChannelId), CancellationToken.None);
        }
        catch (PluginUnavailableException)
        {
            return SendResult.Retry("The channel's plugin is not running.");
        }
        catch (PluginFailedException error)
        {
            log.PluginFailed(error, item.InteractionId);
            return calls.SendsIdempotently(channel)
                ? SendResult.Retry("The channel's plugin failed.")
                : SendResult.Unknown("The channel's plugin failed while sending.");
        }
    }

    private async Task<SendResult> AbandonedAsync(OutboxClaim item)
    {
        var channel = await channels.FindAsync(item.TenantId, item.ChannelId, CancellationToken.None);
        return channel is not null && calls.SendsIdempotently(channel)
            ? SendResult.Retry("The server stopped while sending.")
            : SendResult.Unknown("The server stopped while sending.");
    }
}
