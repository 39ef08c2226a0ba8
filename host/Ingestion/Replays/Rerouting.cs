using SocialCrm.Host.Conversations;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Ingestion;

/// <summary>What one step does with its conversations, and where the replay stands after it.</summary>
internal sealed class Rerouting(Replay replay, ReplayThreadPage page)
{
    private const string Actor = "Replay";
    private readonly ReplayTally _tally = ReplayTally.Parse(replay.Report);
    private long _looked;
    private long _skipped;

    public Guid[] Ids { get; } = [.. page.Threads.Select(t => t.Row.Id)];

    public Guid[] Identities { get; } = [.. page.Threads.Select(t => t.Row.IdentityId).Distinct()];

    /// <summary>Those that are elsewhere now.</summary>
    public List<Guid> Moved { get; } = [];

    /// <summary>Finds out what would be done with the conversations as they were read.</summary>
    public Task TryAsync(RoutingBatch routing, Guid? team, CancellationToken ct) => ApplyAsync(routing, id => page.Threads.First(t => t.Row.Id == id).Row, team, ct);

    /// <summary>Routes again those that are still as they were read, and for which <paramref name="locked"/> gives the row to change.</summary>
    public async Task ApplyAsync(RoutingBatch routing, Func<Guid, ThreadRow?> locked, Guid? team, CancellationToken ct)
    {
        var before = new List<(ThreadRow Row, ReplayThread Read, RoutedPlace Place)>();
        foreach (var read in page.Threads)
        {
            if (locked(read.Row.Id) is not { } row || row.Version != read.Row.Version || row.Activity.MessageCount != read.Row.Activity.MessageCount)
            {
                _skipped++;
                continue;
            }

            before.Add((row, read, RoutedPlace.Of(row)));
            routing.AddAgain(row, team, read.Rules);
        }

        await routing.RunAsync(ct);
        before.ForEach(b => Settle(b.Row, b.Read, b.Place));
    }

    public ReplayProgress Progress() => ReplayProgress.Of(replay) with
    {
        PlaceId = page.Last ?? replay.PlaceId,
        Tally = _tally,
        Conversations = replay.Conversations + _looked,
        Rerouted = replay.Rerouted + Moved.Count,
        Skipped = replay.Skipped + _skipped,
        IsOver = page.IsLast,
    };

    private void Settle(ThreadRow row, ReplayThread read, RoutedPlace before)
    {
        _looked++;
        row.RoutingChanged = _tally.Count(row.Id, read.First, before, RoutedPlace.Of(row));
        if (row.RoutingChanged)
        {
            Moved.Add(row.Id);
            row.RuleEvents.Insert(0, (Actor, "routed this again"));
        }
        else
        {
            // What rules did to come to the same is told already.
            row.RuleEvents.Clear();
        }
    }
}
