using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Imports;

/// <summary>From the first byte of the upload until every row of the file is fully processed.</summary>
internal sealed class ImportBenchmark(IngestOptions options, TimeProvider time)
{
    private const int WarmUp = 3_000;

    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<double> RunAsync(CancellationToken ct)
    {
        var texts = SampleTexts.Read();
        await using IBenchDatabase database = options.Postgres ? await PostgresBench.StartAsync() : new SqliteBench();
        await using var server = new ServerProcess(database.Storage, "--Logging:LogLevel:Default=Warning");
        await server.StartAsync(ct);
        var installation = await Installation.SetUpAsync(server);
        using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        using var made = await http.PostAsJsonAsync("/api/v1/channels", new { connector = "import", name = "History" }, ct);
        var channel = (await made.Content.ReadFromJsonAsync<JsonNode>(ct))!["id"]!.GetValue<string>();
        await ImportAsync(http, channel, Content("warm", WarmUp, texts), WarmUp, ct);
        var content = Content("row", options.Messages, texts);
        var started = time.GetTimestamp();
        await ImportAsync(http, channel, content, options.Messages, ct);
        var took = time.GetElapsedTime(started);
        await server.TerminateAsync(ShutdownLimit);
        return options.Messages / took.TotalSeconds;
    }

    private async Task ImportAsync(HttpClient http, string channel, byte[] content, int rows, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "history.jsonl" } };
        using var answer = await http.PostAsync($"/api/v1/channels/{channel}/imports", form, ct);
        var id = (await answer.Content.ReadFromJsonAsync<JsonNode>(ct))!["id"]!.GetValue<string>();
        JsonNode import;
        while ((import = (await http.GetFromJsonAsync<JsonNode>($"/api/v1/imports/{id}", ct))!)["finishedAt"] is null)
        {
            await Task.Delay(Pause, time, ct);
        }

        if (import["accepted"]!.GetValue<int>() != rows)
        {
            throw new InvalidOperationException($"Not all was imported: {import}");
        }
    }

    // One in eight is an answer of the organisation, as in real threads.
    private static byte[] Content(string name, int count, IReadOnlyList<string> texts)
    {
        var file = new StringBuilder();
        var first = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < count; i++)
        {
            var ours = i % 8 == 7;
            file.AppendLine(new JsonObject
            {
                ["id"] = $"{name}-{i}",
                ["thread"] = $"{name}-{i / 8}",
                ["inReplyTo"] = ours ? $"{name}-{i - 1}" : null,
                ["direction"] = ours ? "outbound" : "inbound",
                ["author"] = new JsonObject { ["id"] = ours ? "acme" : $"{name}-person-{i / 8 % 5000}" },
                ["text"] = texts[i % texts.Count],
                ["at"] = first.AddSeconds(i * 30).ToString("O"),
                ["company"] = "Acme",
            }.ToJsonString());
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
