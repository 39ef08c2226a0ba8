using SocialCrm.Chaos.Disasters;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>A cluster under load, one disaster after another, and a reckoning. The same seed draws the same disasters.</summary>
/// <param name="seed">What all choices are drawn from.</param>
/// <param name="tell">Hears what happens.</param>
public sealed class Scenario(int seed, Action<string> tell)
{
    private const int ReckonEvery = 10;
    private const int DeliveriesAtOnce = 20;
    private const int BeforeADisaster = 100;
    private const int AfterADisaster = 50;
    private const int Answers = 10;
    private static readonly TimeSpan BetweenOffers = TimeSpan.FromMilliseconds(100);
    private readonly Random _random = new(seed);

    /// <summary>Three nodes; so many disasters, drawn one by one (the disk is small: it is filled), with a reckoning after every tenth and at the end.</summary>
    /// <param name="rounds">How many.</param>
    /// <param name="standstill">For how long a node stands still.</param>
    /// <param name="only">A word of the names of those that are drawn from; empty for all.</param>
    /// <param name="ct">Ends it before the next disaster.</param>
    public async Task<ScenarioResult> StrikeAsync(int rounds, TimeSpan standstill, string only, CancellationToken ct)
    {
        await using var cluster = await Cluster.StartAsync(nodes: 3, diskMegabytes: 640 + (16 * rounds));
        var disasters = All(standstill, cluster).Where(d => d.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        return disasters.Length > 0 ? await RunAsync(cluster, _random.GetItems(disasters, rounds), ct)
            : throw new InvalidOperationException($"There is no disaster with '{only}' in its name.");
    }

    /// <summary>Two nodes that know a primary and its synchronous standby; the primary is lost.</summary>
    public async Task<ScenarioResult> LosePrimaryAsync(CancellationToken ct)
    {
        await using var cluster = await Cluster.StartWithStandbyAsync(nodes: 2);
        return await RunAsync(cluster, [new PromoteStandby()], ct);
    }

    private static IDisaster[] All(TimeSpan standstill, Cluster cluster) =>
    [
        new KillNode(), new FreezeNode(standstill), new RestartDatabase(), new CutConnections(), new SlowConnections(), new SkewClock(),
        new RedeliverBatches(), new DeliverOutOfOrder(), new PollTwice(), .. cluster.Disk is null ? Array.Empty<IDisaster>() : [new FillDisk()],
    ];

    private async Task<ScenarioResult> RunAsync(Cluster cluster, IDisaster[] disasters, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        tell($"seed {seed}, {cluster.Nodes.Count} nodes{(cluster.Disk is null && cluster.Standby is null ? "; no disk can be mounted here, so that none is filled" : "")}");
        await using var ground = await Ground.SetUpAsync(cluster, seed);
        try
        {
            foreach (var some in disasters.Index().Chunk(ReckonEvery))
            {
                await StrikeAndReckonAsync(ground, some, started, ct);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var log = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "chaos")).FullName, $"{seed}.log");
            await File.WriteAllTextAsync(log, cluster.Logs(), CancellationToken.None);
            throw new InvalidOperationException($"With the seed {seed}, logs in {log}: {error.Message}", error);
        }

        return new ScenarioResult(seed, ground, disasters, TimeProvider.System.GetElapsedTime(started));
    }

    private async Task StrikeAndReckonAsync(Ground ground, (int Index, IDisaster Disaster)[] disasters, long started, CancellationToken ct)
    {
        var before = ground.People.Acknowledged.Count;
        using var enough = new CancellationTokenSource();
        var answering = Task.Run(() => ground.People.AnswerAsync(enough.Token), CancellationToken.None);
        try
        {
            await Waiting.UntilAsync("people to answer", () => ground.People.Acknowledged.Count > before + Answers);
            foreach (var (index, disaster) in disasters)
            {
                ct.ThrowIfCancellationRequested();
                tell($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss} {index + 1}. {disaster.Name}");
                await StrikeAsync(ground, disaster);
            }
        }
        finally
        {
            await enough.CancelAsync();
        }

        await answering;
        await ground.Crowd.IsQuietAsync();
        await ground.ReckonAsync();
        tell($"{TimeProvider.System.GetElapsedTime(started):hh\\:mm\\:ss} all {ground.Crowd.Messages:N0} messages and {ground.People.Acknowledged.Count:N0} answers are accounted for");
    }

    private async Task StrikeAsync(Ground ground, IDisaster disaster)
    {
        await ground.Crowd.HasDeliveredAsync(_random.Next(1, BeforeADisaster));
        await ground.Forum.PublishAsync(1);
        await UnderLoadAsync(ground.Crowd, disaster.StrikeAsync(ground, _random));
        await ground.Crowd.HasDeliveredAsync(AfterADisaster);
        await ground.IsDrainedAsync();
    }

    // It goes on whatever happens, as far as anybody takes it.
    private static async Task UnderLoadAsync(Crowd crowd, Task disaster)
    {
        using var timer = new PeriodicTimer(BetweenOffers);
        while (!disaster.IsCompleted)
        {
            crowd.Offer(DeliveriesAtOnce);
            await timer.WaitForNextTickAsync();
        }

        await disaster;
    }
}
