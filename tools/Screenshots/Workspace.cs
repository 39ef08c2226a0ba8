using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Screenshots;

/// <summary>A workspace with real messages in it, and what its pages are called.</summary>
internal sealed class Workspace(ServerProcess server, Installation installation)
{
    private static readonly string Messages = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "customer-messages", "support-threads.jsonl"));

    private static readonly string[] Hostile =
    [
        """<script>alert('x')</script> <img src=x onerror="alert(1)"> & "quotes" """,
        "مرحبا، لماذا لم يصل طلبي بعد؟ انتظر منذ أسبوعين 😡",
        "Supercalifragilisticexpialidocious".PadRight(400, 'x') + "\n\nsecond paragraph",
    ];

    public static async Task<Workspace> FillAsync(ServerProcess server, OtherSystem other)
    {
        var workspace = new Workspace(server, await Installation.SetUpAsync(server));
        await Setup.MakeAsync(workspace, other);
        var real = History().Where(m => m["direction"]!.GetValue<string>() == "inbound").Take(150).Select(Event);
        var hostile = Hostile.Select((text, i) => Event($"hostile-{i}", $"person-{i}", $"{(i == 1 ? "سلمى" : "Person")} {i}", text));
        await workspace.PostAsync([.. real, WithFiles(), .. hostile]);
        await workspace.ProcessedAsync();
        await workspace.PostAsync([.. Enumerable.Range(1, 4).Select(Unplaced)]);
        await workspace.MakeAsync($"systems-of-record/{await workspace.IdAsync("system")}/send-all", new StringContent("{}", Encoding.UTF8, "application/json"));
        while ((await workspace.GetAsync("/api/v1/dead-letters"))["items"]!.AsArray().Count < 4)
        {
            await Task.Delay(100);
        }

        await Setup.ReplayAsync(workspace);
        return workspace;
    }

    /// <summary>The sample messages, oldest first; none where the samples are missing.</summary>
    public static IEnumerable<JsonNode> History() => File.Exists(Messages) ? File.ReadLines(Messages).Select(l => JsonNode.Parse(l)!) : [];

    /// <summary>The id of the first thing of a kind, such as conversation; of channels also by connector: feed channel; files conversation for one with files.</summary>
    public async Task<string> IdAsync(string kind)
    {
        var words = kind.Split(' ');
        var items = (await GetAsync(kind == "system" ? "/api/v1/systems-of-record" : $"/api/v1/{words[^1]}s{(words[0] == "files" ? "?limit=200" : "")}"))["items"]!.AsArray();
        return items.First(i => words.Length == 1
            || (words[0] == "files" ? i!["lastAttachments"]!.GetValue<int>() > 0 : i!["connector"]!.GetValue<string>() == words[0]))!["id"]!.GetValue<string>();
    }

    public async Task<JsonNode> MakeAsync(string path, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = body };
        request.Headers.Add("X-Api-Key", installation.ApiKey);
        using var answer = await server.Http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonNode>())!
            : throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task DeleteAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/" + path);
        request.Headers.Add("X-Api-Key", installation.ApiKey);
        using var answer = await server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until what was started is over.</summary>
    public async Task EndedAsync(string path)
    {
        while ((await GetAsync("/api/v1/" + path))["finishedAt"] is null)
        {
            await Task.Delay(100);
        }
    }

    private static JsonObject Event(JsonNode sample) => Event(
        sample["id"]!.GetValue<string>(), sample["author"]!["id"]!.GetValue<string>(), sample["author"]!["handle"]!.GetValue<string>(), sample["text"]!.GetValue<string>());

    private static JsonObject Event(string id, string author, string name, string text) => new()
    {
        ["type"] = "message",
        ["data"] = new JsonObject { ["id"] = id, ["author"] = new JsonObject { ["id"] = author, ["name"] = name }, ["text"] = text },
    };

    /// <summary>What the organisation said somewhere else to a message that nobody has seen: it can be put nowhere.</summary>
    private static JsonObject Unplaced(int number) => new()
    {
        ["type"] = "message",
        ["data"] = new JsonObject { ["id"] = $"told-elsewhere-{number}", ["direction"] = "outbound", ["inReplyTo"] = $"never-seen-{number}", ["text"] = "We have sent you another one." },
    };

    private static JsonObject WithFiles()
    {
        var message = Event("files-1", "person-files", "Farida Files", "Here is everything: what came, what was written on it, and what I paid.");
        message["data"]!["attachments"] = SentFiles.All();
        return message;
    }

    private async Task PostAsync(JsonArray events)
    {
        using var request = SignedRequest.Create(installation, Encoding.UTF8.GetBytes(events.ToJsonString()), TimeProvider.System.GetUtcNow());
        using var answer = await server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private async Task ProcessedAsync()
    {
        while (!FilesAreThere((await GetAsync("/api/v1/interactions?limit=200"))["items"]!.AsArray()))
        {
            await Task.Delay(100);
        }
    }

    private static bool FilesAreThere(JsonArray messages) => messages.Count >= Hostile.Length
        && messages.Select(m => m!["attachments"]!.AsArray()).Any(files => files.Count > 0 && files.All(f => f!["state"]!.GetValue<string>() != "pending"));

    private async Task<JsonNode> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", installation.ApiKey);
        using var answer = await server.Http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
