using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SocialCrm.Host.Tests.Engagement;

namespace SocialCrm.Chaos;

/// <summary>Those who answer customers, each answer once, and what was acknowledged to them; and the program that takes the answers.</summary>
internal sealed class People(Callers callers, CallbackReceiver receiver, int seed)
{
    private static readonly TimeSpan BetweenTwo = TimeSpan.FromMilliseconds(40);
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _acknowledged = [];
    private int _number;

    /// <summary>The texts that were acknowledged, by the id they were given.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    public async Task AnswerAsync(CancellationToken enough)
    {
        using var timer = new PeriodicTimer(BetweenTwo);
        List<string> conversations = [];
        while (!enough.IsCancellationRequested)
        {
            if (conversations.Count == 0)
            {
                conversations = await ConversationsAsync();
            }
            else
            {
                await AnswerAsync(conversations[_random.Next(conversations.Count)], $"Answer {_number++}");
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>What reached the program: whose answer, its text, and under which key.</summary>
    public IReadOnlyList<(string Id, string Text, string Key)> Received() => [.. receiver.Received.Select(r =>
    {
        var reply = JsonNode.Parse(r.Body)!["data"]!;
        return (reply["id"]!.GetValue<string>(), reply["text"]!.GetValue<string>(), r.Id);
    })];

    private async Task<List<string>> ConversationsAsync()
    {
        using var answer = await callers.TryAsync(http => http.GetAsync(new Uri("/api/v1/conversations?limit=200", UriKind.Relative)));
        return answer is not { IsSuccessStatusCode: true } ? []
            : [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())!["items"]!.AsArray().Select(c => c!["id"]!.GetValue<string>())];
    }

    private async Task AnswerAsync(string conversation, string text)
    {
        using var answer = await callers.TryAsync(http => http.PostAsJsonAsync($"/api/v1/conversations/{conversation}/replies", new { text }));
        if (answer is { IsSuccessStatusCode: true })
        {
            _acknowledged.Add((await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>(), text);
        }
    }
}
