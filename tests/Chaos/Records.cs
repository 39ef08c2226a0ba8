using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>Reads through the API, as a program of the organisation, what the server holds.</summary>
public sealed class Records : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeTheNextTry = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http;

    public Records(ServerProcess server, Installation installation)
    {
        _http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
    }

    /// <summary>All messages, the earliest first.</summary>
    public async Task<List<JsonNode>> MessagesAsync()
    {
        var newestFirst = await AllAsync("interactions");
        newestFirst.Reverse();
        return newestFirst;
    }

    /// <summary>How many messages each author's relationship has counted.</summary>
    public async Task<Dictionary<string, int>> InboundAsync() => (await AllAsync("customers")).ToDictionary(
        c => c["identities"]![0]!["externalId"]!.GetValue<string>(), c => c["relationship"]!["inbound"]!.GetValue<int>());

    public Task<List<JsonNode>> CustomersAsync() => AllAsync("customers");

    public Task<List<JsonNode>> ConversationsAsync() => AllAsync("conversations");

    /// <summary>Counts over a period, such as <c>volume?by=day</c>.</summary>
    public Task<JsonNode> InsightAsync(string query) => ReadAsync($"insights/{query}");

    public Task<List<JsonNode>> DeadLettersAsync() => AllAsync("dead-letters");

    public Task<List<JsonNode>> ImportErrorsAsync(string import) => AllAsync($"imports/{import}/errors");

    public void Dispose() => _http.Dispose();

    private async Task<List<JsonNode>> AllAsync(string list)
    {
        var items = new List<JsonNode>();
        string? next = null;
        do
        {
            var after = next is null ? "" : $"&after={Uri.EscapeDataString(next)}";
            var page = await ReadAsync($"{list}?limit=200{after}");
            items.AddRange(page["items"]!.AsArray()!);
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        return items;
    }

    // A node whose connections to the database are gone says so, and asks to be asked again.
    private async Task<JsonNode> ReadAsync(string path)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ; await Task.Delay(BeforeTheNextTry))
        {
            using var answer = await _http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                answer.EnsureSuccessStatusCode();
                return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
            }
        }
    }
}
