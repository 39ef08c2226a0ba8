using System.Globalization;
using System.Net.Http.Json;
using System.Text;

namespace SocialCrm.Screenshots;

/// <summary>What an organisation has set up after its first weeks: channels of each kind, history, topics, teams, rules.</summary>
internal static class Setup
{
    private const string LongName = "Everything about parcels that come late, come broken or do not come at all";

    public static async Task MakeAsync(Workspace workspace, OtherSystem other)
    {
        await workspace.MakeAsync("channels", Json(new { connector = "feed", name = "Our blog", settings = new { url = "https://blog.invalid/feed.xml" } }));
        await ImportAsync(workspace);
        await workspace.MakeAsync("systems-of-record", Json(new { kind = "signed-webhook", name = "Our CRM", settings = new { eventUrl = other.Address + "events", pullUrl = other.Address + "changes" } }));
        await workspace.MakeAsync("topics", Json(new { name = "Accounts", query = "account* OR \"log in\" OR password", kind = "subject", color = "#2f6fed" }));
        await workspace.MakeAsync("topics", Json(new { name = "Acme", query = "acme OR @acme", kind = "brand" }));
        await workspace.MakeAsync("topics", Json(new { name = "Rockstar", query = "rockstar OR gta", kind = "competitor", color = "#c2410c" }));
        await workspace.MakeAsync("topics", Json(new { name = LongName, query = "(parcel* OR deliver* OR order*) AND (late OR broken OR missing OR \"not arrived\") NOT advert*", kind = "subject" }));
        var team = (await workspace.MakeAsync("teams", Json(new { name = "Accounts and fraud" })))["id"]!.GetValue<string>();
        await RulesAsync(workspace, team);
    }

    /// <summary>A topic and a rule that came after the messages, and a dry run that says what they would make of them.</summary>
    public static async Task ReplayAsync(Workspace workspace)
    {
        var topic = await workspace.MakeAsync("topics", Json(new { name = "Orders and quotes", query = "order* OR طلبي OR quotes OR account*", kind = "subject" }));
        await workspace.DeleteAsync($"topics/{topic["id"]}/history");
        await workspace.MakeAsync("rules", Text("""
            {"name": "Orders wait for nobody",
             "conditions": [{"on": "topic", "values": ["orders-and-quotes"]}],
             "actions": [{"do": "priority", "value": "urgent"}, {"do": "tag", "value": "order"}]}
            """));
        var replay = await workspace.MakeAsync("replays", Json(new { query = "-nothing" }));
        await workspace.EndedAsync($"replays/{replay["id"]}");
    }

    private static async Task RulesAsync(Workspace workspace, string team)
    {
        await workspace.MakeAsync("rules", Text($$"""
            {"name": "Locked out",
             "conditions": [{"on": "text", "values": ["suspend* OR \"locked out\" OR hack*"]}, {"on": "label", "key": "type", "values": ["complaint", "question"], "minimum": 0.6}],
             "actions": [{"do": "team", "value": "{{team}}"}, {"do": "priority", "value": "high"}, {"do": "tag", "value": "account"}]}
            """));
        await workspace.MakeAsync("rules", Text("""
            {"name": "Gold customers first",
             "conditions": [{"on": "customer", "key": "tier", "values": ["gold"]}, {"on": "customer", "key": "owner", "values": ["Olga"]}],
             "actions": [{"do": "priority", "value": "high"}]}
            """));
        await workspace.MakeAsync("rules", Text("""
            {"name": "Praise needs no haste",
             "conditions": [{"on": "label", "key": "type", "values": ["compliment"]}],
             "actions": [{"do": "tag", "value": "praise"}]}
            """));
    }

    /// <summary>The sample history, moved to the weeks before now, with one line that is not right.</summary>
    private static async Task ImportAsync(Workspace workspace)
    {
        var channel = (await workspace.MakeAsync("channels", Json(new { connector = "import", name = "History", settings = new { } })))["id"]!.GetValue<string>();
        var (now, messages) = (TimeProvider.System.GetUtcNow(), Workspace.History().ToList());
        for (var i = 0; i < messages.Count; i++)
        {
            var thread = messages.FindIndex(m => m["thread"]?.ToJsonString() == messages[i]["thread"]?.ToJsonString());
            var at = now - TimeSpan.FromMinutes((messages.Count - thread) * 83) + TimeSpan.FromMinutes((i - thread) * 40);
            messages[i]["at"] = (at < now ? at : now).ToString("O", CultureInfo.InvariantCulture);
        }

        var lines = messages.Select(m => m.ToJsonString()).Append("{\"id\": \"broken\", \"text\": ");
        await workspace.MakeAsync($"channels/{channel}/imports", new MultipartFormDataContent { { new StringContent(string.Join('\n', lines)), "file", "history.jsonl" } });
    }

    private static StringContent Text(string json) => new(json, Encoding.UTF8, "application/json");

    private static JsonContent Json<T>(T body) => JsonContent.Create(body);
}
