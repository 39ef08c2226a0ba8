using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>Compares what was acknowledged with what the server holds once all of it has been processed.</summary>
public static class Reckoning
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Comparer<KeyValuePair<string, string>> ById =
        Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    public static async Task HoldsAsync(Crowd crowd, ServerProcess server, Installation installation)
    {
        using var records = new Records(server, installation);
        await Waiting.UntilNothingIsWrongAsync(
            async () => (await records.InboundAsync()).Values.Sum() < crowd.Authors.Sum(a => a.Messages.Count) ? ["Messages are missing."] : [], Patience);
        await Waiting.UntilNothingIsWrongAsync(async () => Differences(crowd, await records.MessagesAsync()), Patience);
        await Waiting.UntilNothingIsWrongAsync(() => WaitingAsync(server), Patience);

        // Whatever was still waiting could have been something twice.
        var found = await records.MessagesAsync();
        Assert.Empty(Differences(crowd, found));

        // Ids are made as messages are applied, so their order is the order of applying.
        Assert.Empty(NotInOrder(crowd, [.. found.OrderBy(m => m["id"]!.GetValue<string>(), StringComparer.Ordinal).Select(ExternalId)]));
        Assert.Empty(await records.DeadLettersAsync());
        Assert.Equivalent(found.CountBy(AuthorName).ToDictionary(), await records.InboundAsync(), strict: true);
    }

    /// <summary>What waits in the inbox.</summary>
    public static async Task<List<string>> WaitingAsync(ServerProcess server) =>
        await new ServerMetrics(server.Http).ReadAsync("socialcrm_inbox_depth") is > 0 and var depth ? [$"{depth} messages wait in the inbox."] : [];

    /// <summary>Where the messages, listed the earliest first, are not what their authors were told had been accepted.</summary>
    public static List<string> Differences(Crowd crowd, IReadOnlyList<JsonNode> found)
    {
        var byAuthor = found.Where(m => m["direction"]!.GetValue<string>() == "inbound").ToLookup(AuthorName);
        return
        [
            .. crowd.Authors.SelectMany(author => Differences(author, [.. byAuthor[author.Id]])),
            .. crowd.Scattered.SelectMany(author => Differences(author, [.. byAuthor[author.Id]])),
        ];
    }

    /// <summary>Where messages were applied in another order than that in which their author sent them, or twice.</summary>
    /// <param name="crowd">The authors.</param>
    /// <param name="applied">The networks' ids in the order of applying.</param>
    public static List<string> NotInOrder(Crowd crowd, IReadOnlyList<string> applied)
    {
        var authors = crowd.Authors.SelectMany(a => a.Messages.Select(m => (m.Id, a))).ToDictionary(m => m.Id, m => m.a);
        var byAuthor = applied.Where(authors.ContainsKey).ToLookup(id => authors[id]);
        return
        [
            .. applied.CountBy(id => id).Where(id => id.Value > 1).Select(id => $"{id.Key} was applied {id.Value} times."),
            .. crowd.Authors.Where(a => !a.Messages.Select(m => m.Id).SequenceEqual(byAuthor[a]))
                .Select(a => $"{a.Id}: not applied in the order sent, at {a.Messages.Select(m => m.Id).Zip(byAuthor[a]).FirstOrDefault(pair => pair.First != pair.Second)}"),
        ];
    }

    private static IEnumerable<string> Differences(Author author, List<JsonNode> all)
    {
        var doubtful = author.Doubtful.SelectMany(request => request).ToHashSet();
        var expected = author.Messages.Select(m => $"{m.Id} {m.Revision} {m.Text}").ToList();
        var listed = all.Where(m => !doubtful.Contains(ExternalId(m))).Select(Shown).ToList();
        if (!listed.SequenceEqual(expected))
        {
            yield return $"{author.Id}: {listed.Count} of {expected.Count} messages, missing [{string.Join(", ", expected.Except(listed))}], "
                + $"not expected [{string.Join(", ", listed.Except(expected))}], twice [{string.Join(", ", listed.CountBy(m => m).Where(m => m.Value > 1))}], "
                + $"first out of place: {expected.Zip(listed).FirstOrDefault(pair => pair.First != pair.Second)}";
        }

        // What was not acknowledged may be there, but each request whole and once.
        var there = all.Select(ExternalId).Where(doubtful.Contains).ToList();
        foreach (var request in author.Doubtful.Where(request => there.Count(request.Contains) is var count && count != 0 && count != request.Count))
        {
            yield return $"{author.Id}: a request is half there: [{string.Join(", ", request)}], found [{string.Join(", ", there.Where(request.Contains))}]";
        }
    }

    private static IEnumerable<string> Differences(ScatteredAuthor author, List<JsonNode> found)
    {
        var listed = found.Select(m => KeyValuePair.Create(ExternalId(m), m["deletedAt"] is null ? m["text"]!.GetValue<string>() : "taken down")).Order(ById).ToList();
        var expected = author.Expected.Order(ById).ToList();
        return listed.SequenceEqual(expected) ? [] : [$"{author.Id}: expected [{string.Join(", ", expected)}], found [{string.Join(", ", listed)}]"];
    }

    private static string AuthorName(JsonNode message) => message["author"]!["name"]!.GetValue<string>();

    private static string ExternalId(JsonNode message) => message["externalId"]!.GetValue<string>();

    private static string Shown(JsonNode message) => $"{message["externalId"]} {message["revision"]} {message["text"]}";
}
