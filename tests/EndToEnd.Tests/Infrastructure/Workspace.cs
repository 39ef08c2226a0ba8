using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>What a person does in the browser, in their words.</summary>
public sealed class Workspace(IPage page)
{
    private const int Patience = 30_000;
    private const string Password = "correct horse battery staple";

    public IPage Page => page;

    public ILocator Timeline => page.GetByLabel("Messages, notes and events, oldest first");

    public async Task SignUpAsync()
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Organisation").FillAsync("Acme");
        await page.GetByLabel("Your name").FillAsync("Olive Owner");
        await page.GetByLabel("E-mail").FillAsync("olive@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create and sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>Joins by the link of an invitation.</summary>
    public async Task JoinAsync(string link, string name)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await ShownAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }));
    }

    /// <summary>What the server answers this person, to see what it stored.</summary>
    public async Task<JsonElement> StoredAsync(string path)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{path}");
        Assert.True(answer.Ok, $"{path} answered {answer.Status}.");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Connects a signed webhook, and reads from the page how to post to it.</summary>
    public async Task<CustomerSide> ConnectChannelAsync(string name, string? callback = null)
    {
        await GoAsync("Settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Connect a channel" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Signed webhook" }).ClickAsync();
        await page.GetByLabel("Name of the channel").FillAsync(name);
        await page.GetByLabel("Callback address").FillAsync(callback ?? "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{name} is connected" })).ToBeVisibleAsync(new() { Timeout = Patience });
        var codes = page.Locator("code");
        return new CustomerSide(await codes.Nth(0).InnerTextAsync(), await codes.Nth(1).InnerTextAsync());
    }

    public Task GoAsync(string place) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();

    public ILocator Row(string name) => page.Locator("[data-conversation]").Filter(new() { HasText = name });

    /// <summary>Waits until the list shows the customer, and opens what they wrote.</summary>
    public async Task OpenAsync(string name)
    {
        await ShownAsync(Row(name));
        await Row(name).ClickAsync();
        await ShownAsync(Timeline);
    }

    public async Task WriteNoteAsync(string text)
    {
        await page.GetByText("Note", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Your note").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await ShownAsync(Timeline.GetByText(text));
    }

    public async Task ReplyAsync(string text)
    {
        await page.GetByText("Reply", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Your reply to").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await ShownAsync(Timeline.GetByText(text));
    }

    /// <summary>Sets the type of the open conversation's only message.</summary>
    public async Task CorrectTypeAsync(string value)
    {
        await Timeline.GetByRole(AriaRole.Button).Filter(new() { HasText = "(Type" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = value }).ClickAsync();
        await ShownAsync(Timeline.GetByRole(AriaRole.Button).Filter(new() { HasText = $"{value}(Type, Corrected by" }));
    }

    public static Task ShownAsync(ILocator what) => Expect(what).ToBeVisibleAsync(new() { Timeout = Patience });

    public Task<bool> ScrollsSidewaysAsync() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth");
}
