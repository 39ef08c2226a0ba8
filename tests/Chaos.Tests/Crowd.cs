using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>Authors who write at the same time, and the ledger of what was acknowledged to them.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int Size = 96;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Network _network;
    private readonly CancellationTokenSource _enough = new();

    // As many deliveries are always under way or about to be; more only as a test asks for them.
    private readonly SemaphoreSlim _turns = new(Size);
    private readonly Task _writing;

    public Crowd(IReadOnlyList<ServerProcess> nodes, Installation installation)
    {
        _network = new Network(nodes, installation);
        Authors = [.. Enumerable.Range(0, Size).Select(n => new Author($"author-{n}", n, _network, _turns))];
        _writing = Task.WhenAll(Authors.Select(a => Task.Run(() => a.WriteAsync(_enough.Token))));
    }

    public IReadOnlyList<Author> Authors { get; }

    /// <summary>Waits until so many more deliveries have been acknowledged.</summary>
    public async Task HasDeliveredAsync(int more)
    {
        _turns.Release(more);
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
