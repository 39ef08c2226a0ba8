using System.Text.Json.Nodes;

namespace SocialCrm.Chaos;

/// <summary>Every answer that is there reached its receiver, at least once and under one key, and nothing else did.</summary>
internal static class ReplyReckoning
{
    public static List<string> Differences(People people, IReadOnlyList<JsonNode> messages)
    {
        var stored = messages.Where(m => m["direction"]!.GetValue<string>() == "outbound").ToDictionary(m => m["id"]!.GetValue<string>());
        var received = people.Received().ToLookup(r => r.Id);
        return
        [
            .. people.Acknowledged.Where(a => !stored.TryGetValue(a.Key, out var m) || Text(m) != a.Value).Select(a => $"{a.Value} ({a.Key}) was acknowledged and is not there."),
            .. stored.Where(m => m.Value["delivery"]?["state"]?.GetValue<string>() != "sent").Select(m => $"{Text(m.Value)} is not sent: {m.Value["delivery"]?.ToJsonString()}"),
            .. stored.Where(m => !received.Contains(m.Key)).Select(m => $"{Text(m.Value)} ({m.Key}) was never delivered."),
            .. stored.Values.CountBy(Text).Where(t => t.Value > 1).Select(t => $"{t.Key} is there {t.Value} times."),
            .. received.Where(r => r.DistinctBy(x => x.Key).Count() != 1).Select(r => $"{r.First().Text} was delivered under several keys: {string.Join(", ", r.Select(x => x.Key))}"),
            .. received.Where(r => !stored.ContainsKey(r.Key)).Select(r => $"{r.First().Text} ({r.Key}) was delivered and is not there."),
        ];
    }

    private static string Text(JsonNode message) => message["text"]!.GetValue<string>();
}
