using System.Text.Json.Nodes;

namespace SocialCrm.RunningServer;

/// <summary>A server that was set up over HTTP: its organisation, a key of a program, and a signed-webhook channel.</summary>
/// <param name="ApiKey">A key with all that an organisation's program may do.</param>
/// <param name="WebhookPath">Where messages of the channel are posted, on any node.</param>
/// <param name="Secret">What they are signed with.</param>
public sealed record Installation(string ApiKey, string WebhookPath, string Secret)
{
    private const string Password = "correct horse battery staple";

    /// <summary>The channel's id.</summary>
    public Guid ChannelId { get; private init; }

    /// <param name="server">Where nothing was set up yet.</param>
    /// <param name="callbackUrl">Where the channel's replies go; null for a channel that only receives.</param>
    public static async Task<Installation> SetUpAsync(ServerProcess server, string? callbackUrl = null)
    {
        using var browser = new Browser(server);
        await browser.PostAsync("/api/v1/setup", new JsonObject
        {
            ["organisation"] = "Acme",
            ["name"] = "Olive Owner",
            ["email"] = "olive@example.com",
            ["password"] = Password,
        });
        return await WithChannelAsync(server, await NewKeyAsync(browser), "Shop", callbackUrl);
    }

    /// <summary>Another organisation on the same server; gives a key of its program.</summary>
    public static async Task<string> AddTenantAsync(ServerProcess server, string name)
    {
        using var browser = new Browser(server);
        await browser.PostAsync("/api/v1/session", new JsonObject { ["email"] = "olive@example.com", ["password"] = Password });
        var owner = $"owner@{name.ToLowerInvariant()}.example.com";
        await browser.PostAsync("/api/v1/tenants", new JsonObject { ["organisation"] = name, ["name"] = "Gil Owner", ["email"] = owner, ["password"] = Password });
        using var theirs = new Browser(server);
        await theirs.PostAsync("/api/v1/session", new JsonObject { ["email"] = owner, ["password"] = Password });
        return await NewKeyAsync(theirs);
    }

    /// <summary>A new signed-webhook channel of the organisation that the key belongs to.</summary>
    public static async Task<Installation> WithChannelAsync(ServerProcess server, string key, string name, string? callbackUrl = null)
    {
        using var program = Program(server, key);
        var channel = await Browser.PostAsync(program, "/api/v1/channels", new JsonObject
        {
            ["connector"] = "signed-webhook",
            ["name"] = name,
            ["settings"] = callbackUrl is null ? null : new JsonObject { ["callbackUrl"] = callbackUrl },
        });
        return new Installation(key, new Uri(channel["webhookUrl"]!.GetValue<string>()).AbsolutePath, channel["signingSecret"]!.GetValue<string>())
        {
            ChannelId = channel["id"]!.GetValue<Guid>(),
        };
    }

    /// <summary>A new colleague who has accepted the invitation and is signed in.</summary>
    public async Task<Browser> AddAgentAsync(ServerProcess server, string email)
    {
        using var program = Program(server, ApiKey);
        var invited = await Browser.PostAsync(program, "/api/v1/invitations", new JsonObject { ["email"] = email, ["role"] = "agent" });
        var token = invited["link"]!.GetValue<string>().Split('#')[1];
        var browser = new Browser(server);
        await browser.PostAsync("/api/v1/invitations/accept", new JsonObject { ["token"] = token, ["password"] = Password, ["name"] = "Agnes Agent" });
        return browser;
    }

    private static HttpClient Program(ServerProcess server, string key)
    {
        var program = new HttpClient { BaseAddress = server.Http.BaseAddress };
        program.DefaultRequestHeaders.Add("X-Api-Key", key);
        return program;
    }

    private static async Task<string> NewKeyAsync(Browser browser) =>
        (await browser.PostAsync("/api/v1/api-keys", new JsonObject { ["name"] = "measuring", ["role"] = "admin" }))["key"]!.GetValue<string>();
}
