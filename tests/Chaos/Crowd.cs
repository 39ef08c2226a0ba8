using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>Authors who write at the same time, and the ledger of what was acknowledged to them.</summary>
public sealed class Crowd : IAsyncDisposable
{
    private const int Size = 96;
    private const int Callers = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Network _network;
    private readonly List<ScatteredAuthor> _scattered = [];
    private readonly CancellationTokenSource _enough = new();

    // As many deliveries are always under way or about to be; more only as a test asks for them.
    private readonly SemaphoreSlim _turns = new(Size);
    private readonly Task _writing;
    private int _offered = Size;

    /// <param name="nodes">Where its networks deliver.</param>
    /// <param name="installation">The channel they deliver to.</param>
    /// <param name="seed">What the authors' choices are drawn from.</param>
    public Crowd(IReadOnlyList<ServerProcess> nodes, Installation installation, int seed = 0)
    {
        _network = new Network(nodes, installation);
        Authors = [.. Enumerable.Range(0, Size).Select(n => new Author($"author-{n}", seed + n, _network, _turns))];
        _writing = Task.WhenAll(Authors.Select(a => Task.Run(() => a.WriteAsync(_enough.Token))));
    }

    public IReadOnlyList<Author> Authors { get; }

    /// <summary>Those of whom things came in any order.</summary>
    public IReadOnlyList<ScatteredAuthor> Scattered => _scattered;

    /// <summary>How many messages have been acknowledged.</summary>
    public int Messages => Authors.Sum(a => a.Messages.Count) + Scattered.Sum(a => a.Expected.Count);

    /// <summary>The networks deliver again, in any order, some of what they had delivered.</summary>
    public async Task RedeliverAsync(Random random, int mostOfAuthor)
    {
        var bodies = Authors.SelectMany(a => a.Delivered(random, mostOfAuthor)).ToArray();
        random.Shuffle(bodies);
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (body, _) => await _network.DeliverAsync(body));
    }

    /// <summary>A new author's messages, their edits and deletions come in any order.</summary>
    public async Task ScatterAsync(Random random)
    {
        var author = new ScatteredAuthor($"scattered-{_scattered.Count}", random);
        var bodies = author.Requests();
        random.Shuffle(bodies);
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (body, _) => await _network.DeliverAsync(body));
        _scattered.Add(author);
    }

    /// <summary>There is more to deliver, taken or not: what was not yet comes at once later.</summary>
    public void Offer(int more)
    {
        Interlocked.Add(ref _offered, more);
        _turns.Release(more);
    }

    /// <summary>Waits until all that there was to deliver is acknowledged, and nobody has more to say.</summary>
    public Task IsQuietAsync() => Waiting.UntilAsync("the crowd to be quiet", () =>
    {
        Assert.False(_writing.IsFaulted, _writing.Exception?.ToString());
        return Authors.Sum(a => a.TurnsTaken) == Volatile.Read(ref _offered);
    });

    /// <summary>Waits until so many more deliveries have been acknowledged.</summary>
    public async Task HasDeliveredAsync(int more)
    {
        Offer(more);
        var from = _network.Acknowledged;
        var limit = TimeProvider.System.GetTimestamp();
        while (_network.Acknowledged < from + more)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < Patience, $"Only {_network.Acknowledged - from} of {more} deliveries were acknowledged in {Patience}.");
            Assert.False(_writing.IsFaulted, _writing.Exception?.ToString());
            await Task.Delay(Pause);
        }
    }

    /// <summary>Each author finishes the sentence: nothing is left half sent.</summary>
    public async Task FinishAsync()
    {
        await _enough.CancelAsync();
        await _writing.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        _enough.Dispose();
        _turns.Dispose();
    }
}
