using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// Fetches what came with messages, after they are stored: nothing of it happens inside a transaction. A node that dies
/// leaves a lease that ends and content that the sweep removes; another one fetches it again.
/// </summary>
internal sealed class AttachmentFetch(
    ICrmDatabase database, FileIntake intake, AttachmentSource source, FetchSignal signal, WorkspaceFeed feed,
    IOptions<AttachmentsOptions> options, TimeProvider time, ILogger<AttachmentFetch> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>After which a claim is free again: longer than fetching may take.</summary>
    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.FetchSeconds + 60);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.FetchAtATime).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await AttachmentClaim.TakeAsync(database, Lease, ct) is { } claim)
                {
                    signal.Raise(); // There may be more: the next fetcher looks.
                    await FetchAsync(claim, ct);
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
                log.FetchingFailed(error);
                await Task.Delay(Poll, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FetchAsync(AttachmentClaim claim, CancellationToken ct)
    {
        try
        {
            using var budget = CancellationTokenSource.CreateLinkedTokenSource(ct);
            budget.CancelAfter(TimeSpan.FromSeconds(options.Value.FetchSeconds));
            var content = await ReadAsync(claim, budget.Token);
            if (!await claim.StoreAsync(database, content, CancellationToken.None))
            {
                await intake.DropAsync(claim.TenantId, content.FileId);
            }
        }
        catch (FetchFailedException failed)
        {
            await FailAsync(claim, failed.Message, failed.MayPass, failed.Wait);
        }
        catch (FileRefusedException refused)
        {
            await FailAsync(claim, refused.Message, refused.Why == FileRefusal.Quota, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await FailAsync(claim, $"Its server was too slow: it had {options.Value.FetchSeconds} seconds.", mayPass: true, null);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            await FailAsync(claim, "The connection broke while fetching.", mayPass: true, null);
        }

        await feed.PublishAsync(new WorkspaceChange(claim.TenantId, "attachment", [claim.ConversationId], []), CancellationToken.None);
    }

    private async Task<StoredContent> ReadAsync(AttachmentClaim claim, CancellationToken ct)
    {
        var tooLarge = IncomingFile.TooLarge(options.Value);
        if (claim.DeclaredSize > options.Value.MostBytes)
        {
            throw FetchFailedException.ForGood(tooLarge);
        }

        if (claim.SourceUrl is not { } url)
        {
            var bytes = await claim.InlineAsync(database, ct) ?? throw FetchFailedException.ForGood("The content did not come along.");
            using var memory = new MemoryStream(bytes, writable: false);
            return await intake.StoreAsync(claim.TenantId, memory, claim.Name, ct);
        }

        using var response = await source.OpenAsync(url, options.Value.MostBytes, tooLarge, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return await intake.StoreAsync(claim.TenantId, body, claim.Name, ct);
    }

    private Task FailAsync(AttachmentClaim claim, string reason, bool mayPass, TimeSpan? wait)
    {
        var last = !mayPass || claim.Attempts >= options.Value.FetchAttempts;
        var text = mayPass && last ? $"Given up after {claim.Attempts} attempts: {reason}" : reason;
        return claim.FailAsync(database, last ? null : Pause(claim.Attempts, wait), text.Length > 500 ? text[..500] : text, CancellationToken.None);
    }

    // 5 s, 25 s, 2 min, 10 min, 52 min, 4 h …, or as long as its server asks.
    private static TimeSpan Pause(int attempts, TimeSpan? wait)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(5, Math.Min(attempts, 6)));
        var longer = wait > pause ? wait.Value : pause;
        return longer < LongestWait ? longer : LongestWait;
    }
}
