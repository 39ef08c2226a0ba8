using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Pages;

namespace SocialCrm.Benchmarks.Imports;

/// <summary>Uploads files of JSON lines to a channel of its own; one row in eight is an answer of the organisation, as in real threads.</summary>
internal sealed class HistoryImport : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly IReadOnlyList<string> _texts = SampleTexts.Read();
    private readonly Caller _caller;
    private readonly string _channel;
    private readonly TimeProvider _time;

    private HistoryImport(Caller caller, string channel, TimeProvider time) => (_caller, _channel, _time) = (caller, channel, time);

    public static async Task<HistoryImport> OpenAsync(Uri server, string key, TimeProvider time, CancellationToken ct)
    {
        var caller = new Caller(server, key);
        var channel = await caller.PostAsync("channels", new { connector = "import", name = "History" }, ct);
        return new HistoryImport(caller, channel["id"]!.GetValue<string>(), time);
    }

    /// <summary>From the first byte of the upload until every row is fully processed.</summary>
    public async Task<TimeSpan> RunAsync(string name, int rows, CancellationToken ct)
    {
        var content = Content(name, rows);
        var started = _time.GetTimestamp();
        var id = (await _caller.UploadAsync($"channels/{_channel}/imports", content, ct))["id"]!.GetValue<string>();
        JsonNode import;
        while ((import = await _caller.GetAsync($"imports/{id}", ct))["finishedAt"] is null)
        {
            await Task.Delay(Pause, _time, ct);
        }

        return import["accepted"]!.GetValue<int>() == rows
            ? _time.GetElapsedTime(started)
            : throw new InvalidOperationException($"Not all was imported: {import}");
    }

    public void Dispose() => _caller.Dispose();

    private byte[] Content(string name, int count)
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
                ["text"] = _texts[i % _texts.Count],
                ["at"] = first.AddSeconds(i * 30).ToString("O"),
                ["company"] = "Acme",
            }.ToJsonString());
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
