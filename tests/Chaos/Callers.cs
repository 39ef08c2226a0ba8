using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>A program of the organisation that calls any of the nodes.</summary>
public sealed class Callers : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BeforeTheNextTry = TimeSpan.FromMilliseconds(100);
    private int _turn;

    public Callers(IReadOnlyList<Node> nodes, Installation installation)
    {
        All = [.. nodes.Select(n => new HttpClient { BaseAddress = n.Server.Http.BaseAddress, Timeout = LongestAnswer })];
        foreach (var http in All)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        }
    }

    public IReadOnlyList<HttpClient> All { get; }

    /// <summary>Asks one node once. Null when it does not answer.</summary>
    public async Task<HttpResponseMessage?> TryAsync(Func<HttpClient, Task<HttpResponseMessage>> call)
    {
        try
        {
            return await call(All[(int)((uint)Interlocked.Increment(ref _turn) % All.Count)]);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Asks one after the other until one has done it. For what may be done twice.</summary>
    public async Task UntilAsync(Func<HttpClient, Task<HttpResponseMessage>> call)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ; await Task.Delay(BeforeTheNextTry))
        {
            using var answer = await TryAsync(call);
            if (answer is { IsSuccessStatusCode: true })
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"No node has done it within {Patience}: {answer}");
        }
    }

    public void Dispose()
    {
        foreach (var http in All)
        {
            http.Dispose();
        }
    }
}
