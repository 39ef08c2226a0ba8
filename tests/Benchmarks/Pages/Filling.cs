using System.Text.Json.Nodes;
using SocialCrm.Benchmarks.Ingest;

namespace SocialCrm.Benchmarks.Pages;

/// <summary>Brings history, topics and rules into an organisation by the ways that its people have.</summary>
internal sealed class Filling(Caller caller, TimeProvider time)
{
    private const int Topics = 12;
    private const int Rules = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Words = ["parcel*", "refund*", "broken", "thank*", "price*", "app*", "deliver*", "service", "account", "order*", "late", "love"];

    /// <summary>Gives the channel that the history is of.</summary>
    public async Task<string> FillAsync(string name, int interactions, int perCustomer, CancellationToken ct)
    {
        for (var i = 0; i < Topics; i++)
        {
            var kind = i switch { 0 => "brand", < 4 => "competitor", _ => "subject" };
            await caller.PostAsync("topics", new { name = $"Topic {i}", query = Words[i % Words.Length], kind }, ct);
        }

        for (var i = 0; i < Rules; i++)
        {
            var conditions = new[] { new { on = "text", values = new[] { $"nothing{i}" } } };
            await caller.PostAsync("rules", new { name = $"Rule {i}", conditions, actions = new[] { new { @do = "tag", value = $"tag{i}" } } }, ct);
        }

        var channel = (await caller.PostAsync("channels", new { connector = "import", name = "History" }, ct))["id"]!.GetValue<string>();
        foreach (var (content, _) in new History(SampleTexts.Read(), interactions / perCustomer, time.GetUtcNow()).Files(name, interactions))
        {
            var import = (await caller.UploadAsync($"channels/{channel}/imports", content, ct, "14"))["id"]!.GetValue<string>();
            await UntilAsync(async () => (await caller.GetAsync($"imports/{import}", ct))["finishedAt"] is not null, ct);
        }

        await UntilAsync(async () => (await caller.GetAsync("topics", ct))["items"]!.AsArray().All(t => t!["history"]?["finishedAt"] is not null), ct);
        return channel;
    }

    /// <summary>Until what follows from the messages is reckoned too.</summary>
    public async Task SettledAsync(CancellationToken ct)
    {
        JsonNode? last = null;
        await UntilAsync(
            async () =>
            {
                var now = await caller.GetAsync("insights/open-conversations?from=2010-01-01&by=week", ct);
                var still = last is not null && JsonNode.DeepEquals(last["total"], now["total"]) && now["total"]!["open"]!.GetValue<long>() > 0;
                last = now;
                await Task.Delay(TimeSpan.FromSeconds(2), time, ct);
                return still;
            },
            ct);
    }

    private async Task UntilAsync(Func<Task<bool>> condition, CancellationToken ct)
    {
        while (!await condition())
        {
            await Task.Delay(Pause, time, ct);
        }
    }
}
