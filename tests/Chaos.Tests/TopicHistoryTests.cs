using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

public sealed class TopicHistoryTests
{
    private const int Messages = 3_000;
    private const int MessagesOfPost = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Topic_should_count_each_message_once_when_the_server_is_killed_while_it_is_applied_to_history(Database database)
    {
        await using var storage = await Storage.CreateAsync(database);
        await using var server = new ServerProcess(storage.Place);
        await server.StartAsync();
        var installation = await Installation.SetUpAsync(server);
        using var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        program.DefaultRequestHeaders.Add("X-Api-Key", installation.ApiKey);
        await PostAsync(server, installation);
        await UntilAsync("all messages", async () => await CountAsync(program, "volume", "inbound") == Messages);

        using var made = await program.PostAsJsonAsync("/api/v1/topics", new { name = "Refunds", query = "refund" });
        var topic = (await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        for (var kill = 0; kill < 3; kill++)
        {
            var before = (await HistoryAsync(program, topic))["looked"]!.GetValue<long>();
            await UntilAsync("a step", async () => await HistoryAsync(program, topic) is var now && (now["looked"]!.GetValue<long>() > before || now["finishedAt"] is not null));
            await server.KillAsync();
            await server.StartAsync();
        }

        await UntilAsync("the topic to be applied", async () => (await HistoryAsync(program, topic))["state"]!.GetValue<string>() == "done");
        var history = await HistoryAsync(program, topic);
        Assert.Equal((Messages, Messages * 2 / 3), (history["looked"]!.GetValue<int>(), history["changed"]!.GetValue<int>()));
        Assert.Equal(Messages * 2 / 3, await CountAsync(program, "topics", "refunds"));
        using var records = new Records(server, installation);
        Assert.Equal(Messages * 2 / 3, (await records.MessagesAsync()).Count(m => m["labels"]!.AsArray().Any(l => l!["value"]!.GetValue<string>() == "refunds")));
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
                    ["author"] = new JsonObject { ["id"] = $"a{i % 400}" },
                    ["text"] = i % 3 == 0 ? "All is well" : "I want a refund",
                },
            });
            var body = Encoding.UTF8.GetBytes(new JsonArray([.. messages]).ToJsonString());
            using var request = SignedRequest.Create(installation, body, TimeProvider.System.GetUtcNow());
            using var answer = await server.Http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<JsonNode> HistoryAsync(HttpClient program, string topic) =>
        (await program.GetFromJsonAsync<JsonNode>($"/api/v1/topics/{topic}"))!["history"]!;

    private static async Task<long> CountAsync(HttpClient program, string insight, string value) =>
        (await program.GetFromJsonAsync<JsonNode>($"/api/v1/insights/{insight}"))!["total"]!["values"]![value]?.GetValue<long>() ?? 0;

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
