using SocialCrm.EndToEnd.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>Customers write what they like; our pages show it and obey none of it.</summary>
public sealed class HostileTextTests(Browsers browsers)
{
    private const string Script = "<script>alert('text')</script><img src=x onerror=alert('image')> javascript:alert(1)";
    private const string Turned = "\u202Egnp.exe\u202C";

    [Fact]
    public async Task Text_of_a_customer_should_be_shown_as_text_and_run_nothing()
    {
        await using var server = await ServerUnderTest.OnSqliteAsync();
        var workspace = new Workspace(await browsers.OpenAsync(server.Address));
        var watched = new WatchedPage(workspace.Page);
        await workspace.SignUpAsync();
        var customer = await workspace.ConnectChannelAsync("Forum");
        await workspace.GoAsync("Inbox");

        await customer.WriteAsync(new Message("1", "eve", "eve\"><script>alert('handle')</script>", Script + Turned, $"Eve <b>{Turned}</b>"));
        await workspace.OpenAsync("Eve <b>");

        await Expect(workspace.Timeline).ToContainTextAsync(Script);
        await Expect(workspace.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Eve <b>" }).First).ToBeVisibleAsync();
        Assert.Equal(0, await workspace.Page.Locator("main script, main img").CountAsync());
        watched.AssertNoComplaint();
    }
}
