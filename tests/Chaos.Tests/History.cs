using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>
/// A file of history and its import: threads of customers with answers of the organisation, some of which stand before what
/// they answer, some rows twice, some that cannot be read.
/// </summary>
internal sealed class History : IDisposable
{
    private const int Threads = 300;
    private const int MessagesOfThread = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly string Padding = string.Join(' ', Enumerable.Repeat("and so on", 100));

    private readonly HttpClient _http;
    private readonly List<string> _lines = [];
    private readonly List<string> _answersFirst = [];
    private string _import = "";

    public History(ServerProcess server, Installation installation)
    {
        _http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        foreach (var number in Enumerable.Range(0, Threads * MessagesOfThread))
        {
            Write(number);
        }

        _lines.InsertRange(0, _answersFirst);
    }

    /// <summary>By the id of each message the id of what it answers; null for what customers wrote.</summary>
    public Dictionary<string, string?> Messages { get; } = [];

    public Dictionary<string, int> InboundByAuthor { get; } = [];

    public int Repeated { get; private set; }

    public int Rows => _lines.Count;

    public int Faulty { get; private set; }

    public async Task StartAsync()
    {
        using var made = await _http.PostAsJsonAsync("/api/v1/channels", new { connector = "import", name = "History" });
        var channel = (await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', _lines))), "file", "history.jsonl" } };
        using var answer = await _http.PostAsync(new Uri($"/api/v1/channels/{channel}/imports", UriKind.Relative), form);
        _import = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    /// <summary>How far it is: read, accepted, duplicates, errors; and whether it has ended.</summary>
    public async Task<(int Read, int Accepted, int Duplicates, int Errors, string State)> StandsAsync()
    {
        var import = (await _http.GetFromJsonAsync<JsonNode>(new Uri($"/api/v1/imports/{_import}", UriKind.Relative)))!;
        return (Number(import, "read"), Number(import, "accepted"), Number(import, "duplicates"), Number(import, "errors"), import["state"]!.GetValue<string>());
    }

    public async Task ReachesAsync(Func<(int Read, int Accepted, int Duplicates, int Errors, string State), bool> place)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var now = await StandsAsync(); !place(now); now = await StandsAsync())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"The import stands at {now}.");
            await Task.Delay(Pause);
        }
    }

    public Task<List<JsonNode>> ErrorsAsync(Records records) => records.ImportErrorsAsync(_import);

    public void Dispose() => _http.Dispose();

    private static int Number(JsonNode import, string name) => import[name]!.GetValue<int>();

    private void Write(int number)
    {
        var (thread, ours, id) = (number / MessagesOfThread, number % MessagesOfThread == 7, $"m{number}");
        var row = new JsonObject
        {
            ["id"] = id,
            ["thread"] = $"t{thread}",
            ["inReplyTo"] = ours ? $"m{number - 1}" : null,
            ["direction"] = ours ? "outbound" : "inbound",
            ["author"] = new JsonObject { ["id"] = ours ? "acme" : $"p{thread % 100}" },
            ["text"] = $"Message {number} {Padding}",
            ["at"] = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number).ToString("O"),
        }.ToJsonString();
        Messages[id] = ours ? $"m{number - 1}" : null;
        (ours && thread % 50 == 0 ? _answersFirst : _lines).Add(row);
        if (!ours)
        {
            InboundByAuthor[$"p{thread % 100}"] = InboundByAuthor.GetValueOrDefault($"p{thread % 100}") + 1;
        }

        if (number % 40 == 39)
        {
            _lines.Add(row);
            Repeated++;
        }

        if (number % 97 == 96)
        {
            _lines.Add("""{ "text": "whose is this?" }""");
            Faulty++;
        }
    }
}
