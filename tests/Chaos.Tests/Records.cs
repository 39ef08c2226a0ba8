using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>Reads through the API, as a program of the organisation, what the server holds.</summary>
internal sealed class Records : IDisposable
{
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
            var page = await _http.GetFromJsonAsync<JsonNode>(new Uri($"/api/v1/{list}?limit=200{after}", UriKind.Relative));
            items.AddRange(page!["items"]!.AsArray()!);
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);
        return items;
    }
}
