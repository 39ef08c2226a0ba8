using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>Compares what was acknowledged with what the server holds once all of it has been processed.</summary>
internal static class Reckoning
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task HoldsAsync(Crowd crowd, ServerProcess server, Installation installation)
    {
        using var records = new Records(server, installation);
        var metrics = new ServerMetrics(server.Http);
        await EventuallyAsync(async () => (await records.InboundAsync()).Values.Sum() < crowd.Authors.Sum(a => a.Messages.Count) ? ["Messages are missing."] : []);
        await EventuallyAsync(async () => Differences(crowd, await records.MessagesAsync()));
        await EventuallyAsync(async () => await metrics.ReadAsync("socialcrm_inbox_depth") is > 0 and var depth ? [$"{depth} messages wait in the inbox"] : []);

        // Whatever was still waiting could have been something twice.
        Assert.Empty(Differences(crowd, await records.MessagesAsync()));
        Assert.Empty(await records.DeadLettersAsync());
        Assert.Equivalent(crowd.Authors.ToDictionary(a => a.Id, a => a.Messages.Count), await records.InboundAsync(), strict: true);
    }

    private static List<string> Differences(Crowd crowd, List<JsonNode> found)
    {
        var byAuthor = found.ToLookup(m => m["author"]!["name"]!.GetValue<string>());
        return [.. crowd.Authors.SelectMany(author => Differences(author, [.. byAuthor[author.Id]]))];
    }

    private static IEnumerable<string> Differences(Author author, List<JsonNode> found)
    {
        var expected = author.Messages.Select(m => $"{m.Id} {m.Revision} {m.Text}").ToList();
        var listed = found.ConvertAll(Shown);
        if (!listed.SequenceEqual(expected))
        {
            yield return $"{author.Id}: {listed.Count} of {expected.Count} messages, missing [{string.Join(", ", expected.Except(listed))}], "
                + $"not expected [{string.Join(", ", listed.Except(expected))}], twice [{string.Join(", ", listed.CountBy(m => m).Where(m => m.Value > 1))}], "
                + $"first out of place: {expected.Zip(listed).FirstOrDefault(pair => pair.First != pair.Second)}";
        }

        // Ids are made as messages are applied, so their order is the order of applying.
        var applied = found.OrderBy(m => m["id"]!.GetValue<string>(), StringComparer.Ordinal).Select(Shown).ToList();
        if (!applied.SequenceEqual(listed))
        {
            yield return $"{author.Id}: not applied in the order sent, at {listed.Zip(applied).First(pair => pair.First != pair.Second)}";
        }
    }

    private static string Shown(JsonNode message) => $"{message["externalId"]} {message["revision"]} {message["text"]}";

    private static async Task EventuallyAsync(Func<Task<List<string>>> wrong)
    {
        var started = TimeProvider.System.GetTimestamp();
        List<string> last;
        while ((last = await wrong()).Count > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, string.Join('\n', last));
            await Task.Delay(Pause);
        }
    }
}
