using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Hands over what is due for one system, several at a time, outside any transaction.</summary>
internal sealed class DeliveryRun(
    IServiceScopeFactory scopes, ICrmDatabase database, RecordCalls calls, DeliveryRecorder recorder, TimeProvider time, ILogger<DeliveryRun> log)
{
    private const int AtATime = 16;
    private static readonly TimeSpan PluginAway = TimeSpan.FromSeconds(30);

    /// <summary>Until nothing is due, or the system wants a pause. True when anything was handed over.</summary>
    public async Task<bool> RunAsync(DueSystem due, CancellationToken stopping)
    {
        for (var turn = 0; ; turn++)
        {
            if (stopping.IsCancellationRequested || await FindAsync(due, stopping) is not { Enabled: true, DeletedAt: null } system)
            {
                return turn > 0;
            }

            // One event tries whether a system that was in trouble is back.
            var size = calls.Kind(system)?.Descriptor.BatchSize ?? 1;
            var claims = await DeliveryClaim.TakeAsync(database, due, due.Failures > 0 ? 1 : AtATime * size, stopping);
            var chunks = claims.GroupBy(c => c.Kind).SelectMany(kind => kind.Chunk(size)).ToList();
            var outcomes = await Task.WhenAll(chunks.Select(chunk => HandOverAsync(due, system, chunk)));
            if (claims.Count == 0 || due.Failures > 0 || outcomes.SelectMany(o => o).Any(o => o.State == RecordDeliveryState.Queued))
            {
                return turn > 0 || claims.Count > 0;
            }
        }
    }

    // What was claimed is handed over to the end even when the server stops: so each is told once where it can be.
    private async Task<IReadOnlyList<DeliveryOutcome>> HandOverAsync(DueSystem due, RecordSystem system, DeliveryClaim[] claims)
    {
        var started = time.GetTimestamp();
        var results = await ResultsAsync(system, claims);
        var (now, took) = (time.GetUtcNow().UtcDateTime, time.GetElapsedTime(started));
        var outcomes = claims.Select(c => DeliveryOutcome.Of(c, results[c.Seq], now, took, Random.Shared.NextDouble())).ToList();
        await recorder.WriteAsync(due, outcomes);
        return outcomes;
    }

    private async Task<Dictionary<long, RecordResult>> ResultsAsync(RecordSystem system, DeliveryClaim[] claims)
    {
        var gone = RecordResult.Failed("What it is about is no longer there.");
        var results = claims.ToDictionary(c => c.Seq, _ => gone);
        try
        {
            var (entries, named) = await EntriesAsync(system, claims);
            var answers = entries.Count > 0 ? await calls.DeliverAsync(system, entries, CancellationToken.None) : [];
            for (var i = 0; i < answers.Count; i++)
            {
                results[named[i]] = answers[i];
            }

            return results;
        }
        catch (PluginUnavailableException)
        {
            return claims.ToDictionary(c => c.Seq, _ => RecordResult.Limited("The plugin is not running.", PluginAway));
        }
        catch (Exception error)
        {
            // One event that cannot be made stops no other: it is tried again, and given up in the end.
            log.EventNotMade(error, system.Id);
            return claims.ToDictionary(c => c.Seq, _ => RecordResult.Retry("The server could not make the event; its log says why."));
        }
    }

    private async Task<(RecordEntries Entries, List<long> Seqs)> EntriesAsync(RecordSystem system, DeliveryClaim[] claims)
    {
        await using var scope = Scope(system.TenantId);
        var contacts = scope.ServiceProvider.GetRequiredService<ContactEntries>();
        var activities = scope.ServiceProvider.GetRequiredService<ActivityEntries>();
        var (told, noted, seqs) = (new List<ContactEntry>(), new List<ActivityEntry>(), new List<long>());
        foreach (var claim in claims)
        {
            if (claim.InteractionId is { } message)
            {
                AddIfThere(noted, await activities.OfAsync(system, message, claim.Key, CancellationToken.None), claim);
            }
            else
            {
                AddIfThere(told, await contacts.OfAsync(system, claim.CustomerId, claim.Key, CancellationToken.None), claim);
            }
        }

        return (new RecordEntries(told, noted), seqs);

        void AddIfThere<T>(List<T> list, T? entry, DeliveryClaim claim)
        {
            if (entry is not null)
            {
                list.Add(entry);
                seqs.Add(claim.Seq);
            }
        }
    }

    private async Task<RecordSystem?> FindAsync(DueSystem due, CancellationToken ct)
    {
        await using var scope = Scope(due.TenantId);
        return await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Set<RecordSystem>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == due.Id, ct);
    }

    private AsyncServiceScope Scope(Guid tenantId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CrmDbContext>().TenantId = tenantId;
        scope.ServiceProvider.GetRequiredService<Caller>().TenantId = tenantId;
        return scope;
    }
}
