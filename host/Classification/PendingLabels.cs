using SocialCrm.Host.Conversations;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>
/// Labels what the pipeline had to let through without labels, as soon as the classifier answers again. While it does
/// not, this asks once in a while and no more.
/// </summary>
internal sealed class PendingLabels(IServiceScopeFactory scopes, Labelling labelling, TimeProvider time, ILogger<PendingLabels> log)
    : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    // A message on which the classifier fails again and again must not keep those behind it waiting: each round goes on
    // after the one before, and begins anew at the end.
    private Guid _place;

    // Nor those beside it: what failed together is asked one by one at first, then in parts that grow while they succeed.
    private int _most = MostAtOnce;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WarmUpAsync(stoppingToken);
        using var timer = new PeriodicTimer(Rest, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await LabelSomeAsync(stoppingToken))
                {
                    // A backlog is worked off without resting.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.PendingLabelsFailed(error);
            }
        }
    }

    /// <summary>The first call compiles the classifier and reads its lists: better now than on a customer's message.</summary>
    private async Task WarmUpAsync(CancellationToken ct) =>
        await labelling.LabelAsync([new ClassifierInput { Text = "Where is my parcel? It should have come yesterday." }], ct);

    /// <summary>True when it is worth going on at once: there was progress, and more may wait.</summary>
    private async Task<bool> LabelSomeAsync(CancellationToken ct)
    {
        if (labelling.ModelVersion is null)
        {
            return false;
        }

        var (asked, waiting) = (_most, await WaitingAsync(ct));
        var labels = await labelling.LabelAsync(waiting.ConvertAll(m => m.ToInput()), ct);
        var found = waiting.Zip(labels).Where(pair => !pair.Second.Pending).ToList();
        if (found.Count == 0 && waiting.Count > 1)
        {
            _most = 1;
            return true;
        }

        (_place, _most) = (waiting.Count < asked ? Guid.Empty : waiting[^1].Id, found.Count > 0 ? Math.Min(MostAtOnce, asked * 2) : asked);
        foreach (var tenant in found.GroupBy(pair => pair.First.TenantId))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LateLabels>()
                .ApplyAsync(tenant.Key, tenant.ToDictionary(pair => pair.First, pair => pair.Second), ct);
        }

        return found.Count > 0 && waiting.Count == asked;
    }

    private async Task<List<UnlabelledMessage>> WaitingAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LabelledMessages>().WaitingAsync(_place, _most, ct);
    }
}
