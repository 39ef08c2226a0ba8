using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>A new classifier is applied to all that is there, and the server dies again and again meanwhile.</summary>
public sealed class ReplayCrashTests
{
    private const int Messages = 3_000;
    private const int Authors = 300;
    private const int MessagesOfPost = 250;
    private static readonly string[] Counted = ["total", "read", "changed", "refreshed", "skipped", "conversations", "rerouted"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Applying_should_end_where_the_dry_run_said_when_the_server_is_killed_meanwhile(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        await using var server = new ServerProcess(storage.Place);
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        using var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        program.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        await PostAsync(server, installation);
        await UntilAsync("all messages", async () => (await CountAsync(program, "volume")).GetValueOrDefault("inbound") == Messages);
        var team = await MakeRuleAsync(program);
        await server.KillAsync();
        InstallClassifier(storage);
        await server.StartAsync();
        var tried = await EndedAsync(program, await StartAsync(program, "replays"));

        var applying = await StartAsync(program, $"replays/{Text(tried, "id")}/apply");
        for (var kill = 0; kill < 3; kill++)
        {
            var before = Steps(await ReplayAsync(program, applying));
            await UntilAsync("a step", async () => await ReplayAsync(program, applying) is var now && (Steps(now) > before || now["finishedAt"] is not null));
            await server.KillAsync();
            await server.StartAsync();
        }

        var applied = await EndedAsync(program, applying);
        Assert.All(Counted, count => Assert.Equal(tried[count]!.GetValue<long>(), applied[count]!.GetValue<long>()));
        Assert.True(JsonNode.DeepEquals(tried["report"], applied["report"]), $"Tried: {tried["report"]}\nApplied: {applied["report"]}");
        await HoldsAsync(program, server, installation, team);
    }

    /// <summary>What an uninterrupted replay leaves: a complaint in every message, counted once, and all with the team.</summary>
    private static async Task HoldsAsync(HttpClient program, ServerProcess server, Installation installation, string team)
    {
        Assert.Equal((Messages, 0), (await CountAsync(program, "types")) is var types ? (types["complaint"], types.Where(t => t.Key != "complaint").Sum(t => t.Value)) : default);
        Assert.Equal(Messages, (await CountAsync(program, "sentiment"))["negative"]);
        using var records = new Records(server, installation);
        Assert.All(await records.MessagesAsync(), m => Assert.Contains(m["labels"]!.AsArray(), l => l!["value"]!.GetValue<string>() == "complaint"));
        Assert.All(await records.InboundAsync(), author => Assert.Equal(Messages / Authors, author.Value));
        var page = await program.GetFromJsonAsync<JsonNode>($"/api/v1/conversations?team={team}&limit=200");
        Assert.Equal(200, page!["items"]!.AsArray().Count(c => c!["priority"]!.GetValue<string>() == "urgent"));
        Assert.NotNull(page["next"]);
        var again = await EndedAsync(program, await StartAsync(program, "replays"));
        Assert.Equal((0, 0, 0), (again["changed"]!.GetValue<int>(), again["refreshed"]!.GetValue<int>(), again["rerouted"]!.GetValue<int>()));
    }

    // Where an operator puts it: it goes before the one that came with the server.
    private static void InstallClassifier(Storage storage)
    {
        var source = Path.Combine(Repository.Root, "artifacts", "test-plugins", "test.complains", "0.1.0");
        var target = Directory.CreateDirectory(Path.Combine(storage.Place.Folder, "plugins", "test.complains", "0.1.0")).FullName;
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private static async Task<string> MakeRuleAsync(HttpClient program)
    {
        using var made = await program.PostAsJsonAsync("/api/v1/teams", new { name = "Complaints" });
        var team = Text((await made.Content.ReadFromJsonAsync<JsonNode>())!, "id");
        var conditions = new[] { new { on = "label", key = "type", values = new[] { "complaint" } } };
        var actions = new[] { new { @do = "team", value = team }, new { @do = "priority", value = "urgent" } };
        using var rule = await program.PostAsJsonAsync("/api/v1/rules", new { name = "Complaints", conditions, actions });
        Assert.True(rule.IsSuccessStatusCode, await rule.Content.ReadAsStringAsync());
        return team;
    }

    private static async Task PostAsync(ServerProcess server, Installation installation)
    {
        for (var first = 0; first < Messages; first += MessagesOfPost)
        {
            var messages = Enumerable.Range(first, MessagesOfPost).Select(i => (JsonNode)new JsonObject
            {
                ["type"] = "message",
                ["data"] = new JsonObject
                {
                    ["id"] = $"m{i}",
                    ["author"] = new JsonObject { ["id"] = $"a{i % Authors}" },
                    ["text"] = i % 3 == 0 ? "Thank you, I love it" : "Where can I find my order?",
                },
            });
            using var request = SignedRequest.Create(installation, Encoding.UTF8.GetBytes(new JsonArray([.. messages]).ToJsonString()), TimeProvider.System.GetUtcNow());
            using var answer = await server.Http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<string> StartAsync(HttpClient program, string path)
    {
        using var answer = await program.PostAsJsonAsync($"/api/v1/{path}", new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return Text((await answer.Content.ReadFromJsonAsync<JsonNode>())!, "id");
    }

    private static async Task<JsonNode> EndedAsync(HttpClient program, string replay)
    {
        await UntilAsync("the replay to end", async () => (await ReplayAsync(program, replay))["finishedAt"] is not null);
        var ended = await ReplayAsync(program, replay);
        Assert.Equal("done", Text(ended, "state"));
        return ended;
    }

    private static async Task<JsonNode> ReplayAsync(HttpClient program, string id) => (await program.GetFromJsonAsync<JsonNode>($"/api/v1/replays/{id}"))!;

    private static long Steps(JsonNode replay) => replay["read"]!.GetValue<long>() + replay["conversations"]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task<Dictionary<string, long>> CountAsync(HttpClient program, string insight) =>
        (await program.GetFromJsonAsync<JsonNode>($"/api/v1/insights/{insight}"))!["total"]!["values"]!.AsObject().ToDictionary(v => v.Key, v => v.Value!.GetValue<long>());

    private static async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Waited {Patience} in vain for {what}.");
            await Task.Delay(Pause);
        }
    }
}
