using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SocialCrm.Host.Tests.Polling;

namespace SocialCrm.Chaos;

/// <summary>A site whose feed is polled, by whichever node is told to first.</summary>
internal sealed class Forum : IAsyncDisposable
{
    private readonly FeedSite _site;
    private readonly Callers _callers;
    private readonly List<string> _published = [];
    private string _channel = "";

    private Forum(FeedSite site, Callers callers) => (_site, _callers) = (site, callers);

    public IReadOnlyList<string> Published => _published;

    public static async Task<Forum> StartAsync(Callers callers)
    {
        var forum = new Forum(await FeedSite.StartAsync(), callers);
        using var made = await callers.All[0].PostAsJsonAsync("/api/v1/channels", new { connector = "feed", name = "Forum", settings = new { url = forum._site.Address, pollMinutes = 60 } });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        forum._channel = (await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        return forum;
    }

    /// <summary>Something new stands there, and some node is told to look.</summary>
    public async Task PublishAsync(int count)
    {
        foreach (var id in Enumerable.Range(_published.Count, count).Select(n => $"post-{n}"))
        {
            _site.Publish(id);
            _published.Add(id);
        }

        await _callers.UntilAsync(node => node.PostAsync(new Uri($"/api/v1/channels/{_channel}/poll", UriKind.Relative), null));
    }

    /// <summary>
    /// Two nodes are at it at the same time: the first hangs in its request until the second, which was told that the first had been
    /// silent for too long, has the same answer or has even stored it.
    /// </summary>
    public async Task PollTwiceAsync(Witness witness, bool together)
    {
        var (before, gate) = (_site.Requests.Count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _site.Hold = request => request == before + 1 || (together && request == before + 2) ? gate.Task : Task.CompletedTask;
        try
        {
            await PublishAsync(5);
            await Waiting.UntilAsync("a node to poll", () => _site.Requests.Count > before);
            await witness.EndLeasesAsync();
            await Waiting.UntilAsync("another to poll as well", () => _site.Requests.Count > before + 1);
        }
        finally
        {
            gate.SetResult();
            _site.Hold = _ => Task.CompletedTask;
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
