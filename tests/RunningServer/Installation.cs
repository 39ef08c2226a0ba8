using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.RunningServer;

/// <summary>A server that was set up over HTTP: its organisation, a key of a program, and a signed-webhook channel.</summary>
/// <param name="ApiKey">A key with all that an organisation's program may do.</param>
/// <param name="WebhookPath">Where messages of the channel are posted, on any node.</param>
/// <param name="Secret">What they are signed with.</param>
public sealed record Installation(string ApiKey, string WebhookPath, string Secret)
{
    private const string Password = "correct horse battery staple";

    /// <param name="server">Where nothing was set up yet.</param>
    /// <param name="callbackUrl">Where the channel's replies go; null for a channel that only receives.</param>
    public static async Task<Installation> SetUpAsync(ServerProcess server, string? callbackUrl = null)
    {
        using var browser = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await CallAsync(browser, "/api/v1/setup", new JsonObject
        {
            ["organisation"] = "Acme",
            ["name"] = "Olive Owner",
            ["email"] = "olive@example.com",
            ["password"] = Password,
        });
        var key = (await CallAsync(browser, "/api/v1/api-keys", new JsonObject { ["name"] = "measuring", ["role"] = "admin" }))["key"]!.GetValue<string>();
        using var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        program.DefaultRequestHeaders.Add("X-Api-Key", key);
        var channel = await CallAsync(program, "/api/v1/channels", new JsonObject
        {
            ["connector"] = "signed-webhook",
            ["name"] = "Shop",
            ["settings"] = callbackUrl is null ? null : new JsonObject { ["callbackUrl"] = callbackUrl },
        });
        return new Installation(
            key, new Uri(channel["webhookUrl"]!.GetValue<string>()).AbsolutePath, channel["signingSecret"]!.GetValue<string>());
    }

    /// <summary>Another organisation on the same server; gives a key of its program.</summary>
    public static async Task<string> AddTenantAsync(ServerProcess server, string name)
    {
        using var browser = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await CallAsync(browser, "/api/v1/session", new JsonObject { ["email"] = "olive@example.com", ["password"] = Password });
        var owner = $"owner@{name.ToLowerInvariant()}.example.com";
        await CallAsync(browser, "/api/v1/tenants", new JsonObject { ["organisation"] = name, ["name"] = "Gil Owner", ["email"] = owner, ["password"] = Password });
        using var theirs = new HttpClient { BaseAddress = server.Http.BaseAddress };
        await CallAsync(theirs, "/api/v1/session", new JsonObject { ["email"] = owner, ["password"] = Password });
        return (await CallAsync(theirs, "/api/v1/api-keys", new JsonObject { ["name"] = "measuring", ["role"] = "admin" }))["key"]!.GetValue<string>();
    }

    // The cookie handler of the client keeps the session; the token that a page would read goes back as a header.
    private static async Task<JsonNode> CallAsync(HttpClient http, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.FirstOrDefault(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)) is { } token)
        {
            http.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");
            http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token["XSRF-TOKEN=".Length..].Split(';')[0]));
        }

        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
