using SocialCrm.Host.Tests.Engagement;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>What disasters strike, and those who keep the ledgers: a cluster that was set up, a crowd, people who answer it, a forum.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Answers that a node took along when it died are sent by another when its lease of a minute is over.
    private static readonly TimeSpan PatienceWithAnswers = TimeSpan.FromSeconds(150);

    private readonly CallbackReceiver _receiver;
    private readonly Callers _callers;
    private readonly Records _records;

    private Ground(Cluster cluster, Installation installation, CallbackReceiver receiver, int seed)
    {
        (Cluster, _receiver) = (cluster, receiver);
        Witness = new Witness(cluster.ConnectionString);
        _callers = new Callers(cluster.Nodes, installation);
        _records = new Records(cluster.Nodes[0].Server, installation);
        People = new People(_callers, receiver, seed);
        Crowd = new Crowd([.. cluster.Nodes.Select(n => n.Server)], installation, seed);
    }

    public Cluster Cluster { get; }

    public Crowd Crowd { get; }

    public People People { get; }

    public Witness Witness { get; }

    public Forum Forum { get; private set; } = null!;

    public static async Task<Ground> SetUpAsync(Cluster cluster, int seed)
    {
        var receiver = await CallbackReceiver.StartAsync(503, 500, 429);
        var installation = await Installation.SetUpAsync(cluster.Nodes[0].Server, receiver.Address);
        await new Witness(cluster.ConnectionString).BeginAsync();
        var ground = new Ground(cluster, installation, receiver, seed);
        ground.Forum = await Forum.StartAsync(ground._callers);
        return ground;
    }

    public Node Any(Random random) => Cluster.Nodes[random.Next(Cluster.Nodes.Count)];

    /// <summary>At least one of the nodes, at most all.</summary>
    public List<Node> Some(Random random)
    {
        var nodes = Cluster.Nodes.ToArray();
        random.Shuffle(nodes);
        return [.. nodes.Take(random.Next(1, nodes.Length + 1))];
    }

    /// <summary>Fails when something that was accepted is not worked on.</summary>
    public Task IsDrainedAsync() => Waiting.UntilNothingIsWrongAsync(async () => await Witness.CountAsync("SELECT count(*) FROM inbox") is > 0 and var rows ? [$"{rows} rows lie in the inbox."] : [], Patience);

    /// <summary>Fails unless all that was acknowledged is there once, in order, whole, counted and sent.</summary>
    public async Task ReckonAsync()
    {
        await IsDrainedAsync();
        await Waiting.UntilNothingIsWrongAsync(() => Leftovers.FindAsync(Witness), Patience);
        await Waiting.UntilNothingIsWrongAsync(DifferencesAsync, PatienceWithAnswers);
        Assert.Empty(Reckoning.NotInOrder(Crowd, await Witness.AppliedAsync()));
        Assert.Empty(await _records.DeadLettersAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Crowd.DisposeAsync();
        if (Forum is not null)
        {
            await Forum.DisposeAsync();
        }

        await _receiver.DisposeAsync();
        _callers.Dispose();
        _records.Dispose();
    }

    private async Task<List<string>> DifferencesAsync()
    {
        var messages = await _records.MessagesAsync();
        return
        [
            .. Reckoning.Differences(Crowd, messages),
            .. ReplyReckoning.Differences(People, messages),
            .. await PollReckoning.DifferencesAsync(Forum, Witness, messages),
            .. await Recount.DifferencesAsync(_records, messages),
        ];
    }
}
