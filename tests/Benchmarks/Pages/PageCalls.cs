using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Pages;

/// <summary>What the pages of the UI ask for.</summary>
internal static class PageCalls
{
    /// <summary>The organisation's: its pages ask for that of no other.</summary>
    public const string Zone = "America/New_York";

    private const int Different = 10;
    private static readonly string[] Insights =
        ["volume", "sentiment", "types", "topics", "share-of-voice", "response-time?first=true", "resolution-time", "open-conversations"];

    public static async Task<List<PageCall>> FindAsync(Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var conversations = Ids(await caller.GetAsync($"conversations?limit={Different}", ct));
        var customers = Ids(await caller.GetAsync($"customers?limit={Different}", ct));
        var channel = (await caller.GetAsync("channels", ct))["items"]!.AsArray().Last()!["id"]!.GetValue<string>();
        var (messages, list, page) = (await caller.GetAsync("interactions", ct), await caller.GetAsync("conversations", ct), await caller.GetAsync("customers", ct));
        return
        [
            .. Inbox(channel, customers[0], list["next"]!.GetValue<string>()),
            new("conversation", [.. conversations.Select(id => $"conversations/{id}")]),
            new("conversation: timeline", [.. conversations.Select(id => $"conversations/{id}/timeline?limit=50")]),
            new("customers", "customers"),
            new("customers: further", $"customers?after={Uri.EscapeDataString(page["next"]!.GetValue<string>())}"),
            new("customers: search", "customers?q=person12", "customers?q=number77", "customers?q=Person%20Number9"),
            new("customer", [.. customers.Select(id => $"customers/{id}")]),
            new("customer: timeline", [.. customers.Select(id => $"customers/{id}/timeline?limit=50")]),
            .. Messages(channel, now, messages["next"]!.GetValue<string>()),
            .. Overview(now),
            .. Lists(now),
            .. Settings(channel),
        ];
    }

    private static IEnumerable<PageCall> Inbox(string channel, string customer, string next) =>
    [
        new("inbox", "conversations"),
        new("inbox: further", $"conversations?after={Uri.EscapeDataString(next)}"),
        new("inbox: open", "conversations?status=open"),
        new("inbox: waiting", "conversations?status=waiting"),
        new("inbox: resolved", "conversations?status=resolved"),
        new("inbox: nobody's", "conversations?assignee=none&status=open"),
        new("inbox: channel", $"conversations?channel={channel}"),
        new("inbox: search", "conversations?q=parcel", "conversations?q=broken%20screen"),
        new("inbox: common word", "conversations?q=the"),
        new("inbox: common word counted", "conversations/counts?q=the"),
        new("inbox: customer", $"conversations?customer={customer}"),
    ];

    private static IEnumerable<PageCall> Messages(string channel, DateTimeOffset now, string next) =>
    [
        new("messages", "interactions?deleted=false"),
        new("messages: further", $"interactions?deleted=false&after={Uri.EscapeDataString(next)}"),
        new("messages: type", "interactions?deleted=false&direction=inbound&label=type:complaint"),
        new("messages: sentiment of a day", $"interactions?deleted=false&direction=inbound&label=sentiment:positive&from={Day(now, 20)}T00:00:00Z&to={Day(now, 19)}T00:00:00Z"),
        new("messages: topic", "interactions?deleted=false&label=topic:topic-1", "interactions?deleted=false&label=topic:topic-5"),
        new("messages: rare", "interactions?deleted=false&label=topic:nothing-has-this"),
        new("messages: channel", $"interactions?deleted=false&channel={channel}"),
        new("messages: common word", "interactions?q=the"),
        new("messages: search", "interactions?q=parcel", "interactions?q=broken%20screen", "interactions?q=%22thank%20you%22"),
    ];

    private static IEnumerable<PageCall> Overview(DateTimeOffset now) =>
        from insight in Insights
        from period in ((string Name, string Query)[])
        [
            ("28 days", $"from={Day(now, 27)}&to={Day(now, 0)}"),
            ("90 days", $"from={Day(now, 89)}&to={Day(now, 0)}"),
            ("ten years by day", $"from={Day(now, 3650)}&to={Day(now, 0)}"),
        ]
        select new PageCall($"overview: {insight.Split('?')[0]}, {period.Name}", $"insights/{insight}{(insight.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{period.Query}&timeZone={Zone}");

    private static IEnumerable<PageCall> Lists(DateTimeOffset now) =>
    [
        new("overview: not answered yet", "insights/open-conversations/conversations?turn=ours"),
        new("overview: open then", $"insights/open-conversations/conversations?at={Day(now, 30)}"),
        new("overview: slowest answers", $"insights/response-time/conversations?from={Day(now, 89)}&first=true"),
        new("overview: slowest solutions", $"insights/resolution-time/conversations?from={Day(now, 89)}"),
    ];

    private static IEnumerable<PageCall> Settings(string channel) =>
    [
        new("topics", "topics?limit=200"),
        new("rules", "rules?limit=200"),
        new("teams", "teams"),
        new("people", "users"),
        new("channels", "channels"),
        new("channel", $"channels/{channel}"),
        new("imports", $"channels/{channel}/imports"),
        new("dead letters", "dead-letters"),
        new("API keys", "api-keys"),
        new("audit", "audit"),
        new("organisation", "organisation"),
        new("session", "session"),
    ];

    private static List<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>())];

    private static string Day(DateTimeOffset now, int before) => now.AddDays(-before).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
