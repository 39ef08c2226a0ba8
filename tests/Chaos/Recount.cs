using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialCrm.Chaos;

/// <summary>Counts everything again from the messages, and tells where a counter says something else.</summary>
internal static class Recount
{
    public static async Task<List<string>> DifferencesAsync(Records records, IReadOnlyList<JsonNode> messages)
    {
        var there = messages.Where(m => m["deletedAt"] is null).ToList();
        var inbound = there.FindAll(m => Text(m, "direction") == "inbound");
        return
        [
            .. await InsightAsync(records, "volume", there, m => Text(m, "direction")),
            .. await InsightAsync(records, "sentiment", inbound, m => Label(m, "sentiment")),
            .. await InsightAsync(records, "types", inbound, m => Label(m, "type")),
            .. await ConversationsAsync(records, messages),
            .. await RelationshipsAsync(records, messages),
        ];
    }

    private static async Task<List<string>> InsightAsync(Records records, string insight, List<JsonNode> messages, Func<JsonNode, string> value)
    {
        // Also what a node whose clock is wrong takes for yesterday or tomorrow.
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        var series = await records.InsightAsync($"{insight}?by=day&from={today.AddDays(-2):yyyy-MM-dd}&to={today.AddDays(2):yyyy-MM-dd}");
        var counted = series["items"]!.AsArray().SelectMany(day => day!["values"]!.AsObject().Where(v => v.Value!.GetValue<long>() != 0)
            .Select(v => $"{Day(day, "at")} {v.Key} {v.Value}")).Order(StringComparer.Ordinal).ToList();
        var recounted = messages.CountBy(m => $"{Day(m, "occurredAt")} {value(m)}").Select(v => $"{v.Key} {v.Value}").Order(StringComparer.Ordinal).ToList();
        return counted.SequenceEqual(recounted) ? [] : [$"{insight}: counted [{string.Join(", ", counted)}], there are [{string.Join(", ", recounted)}]"];
    }

    private static async Task<List<string>> ConversationsAsync(Records records, IReadOnlyList<JsonNode> messages)
    {
        var conversations = await records.ConversationsAsync();
        var total = (await records.InsightAsync("open-conversations"))["total"]!;
        var open = conversations.Count(c => Text(c, "status") != "resolved");
        var ours = conversations.Count(c => Text(c, "status") == "open");
        var counts = messages.CountBy(m => Text(m, "conversationId")).ToDictionary();
        return
        [
            .. Unless(open == total["open"]!.GetValue<long>(), $"open conversations: counted {total["open"]}, there are {open}"),
            .. Unless(ours == total["waitingForUs"]!.GetValue<long>(), $"conversations that wait for us: counted {total["waitingForUs"]}, there are {ours}"),
            .. conversations.Where(c => c["messageCount"]!.GetValue<int>() != counts.GetValueOrDefault(Text(c, "id")))
                .Select(c => $"conversation {c["id"]}: counted {c["messageCount"]} messages, there are {counts.GetValueOrDefault(Text(c, "id"))}"),
            .. Unless(conversations.Count == counts.Count, $"{conversations.Count} conversations, messages in {counts.Count}"),
        ];
    }

    // That there was contact remains where a message was taken down.
    private static async Task<List<string>> RelationshipsAsync(Records records, IReadOnlyList<JsonNode> messages)
    {
        var counts = messages.Where(m => m["delivery"] is null || Text(m["delivery"]!, "state") == "sent").CountBy(m => (Text(m, "customerId"), Text(m, "direction"))).ToDictionary();
        return [.. (await records.CustomersAsync()).SelectMany(c => new[] { "inbound", "outbound" }.SelectMany(direction =>
        {
            var (counted, recounted) = (c["relationship"]![direction]!.GetValue<int>(), counts.GetValueOrDefault((Text(c, "id"), direction)));
            return Unless(counted == recounted, $"customer {c["name"]}: counted {counted} {direction}, there are {recounted}");
        }))];
    }

    private static string[] Unless(bool right, string wrong) => right ? [] : [wrong];

    private static string Label(JsonNode message, string facet) =>
        message["labels"]!.AsArray().FirstOrDefault(l => Text(l!, "facet") == facet)?["value"]!.GetValue<string>() ?? "unlabelled";

    private static string Day(JsonNode node, string name) =>
        DateTime.Parse(Text(node, name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
