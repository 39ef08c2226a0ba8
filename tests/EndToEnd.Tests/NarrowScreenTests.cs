using SocialCrm.EndToEnd.Tests.Infrastructure;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>A phone shows one pane at a time.</summary>
public sealed class NarrowScreenTests(Browsers browsers)
{
    [Fact]
    public async Task Inbox_should_lead_to_a_conversation_and_back_without_scrolling_sideways()
    {
        await using var server = await ServerUnderTest.OnSqliteAsync();
        var workspace = new Workspace(await browsers.OpenAsync(server.Address, width: 390, height: 844));
        await workspace.SignUpAsync();
        var customer = await workspace.ConnectChannelAsync("Forum");
        await workspace.GoAsync("Inbox");
        await customer.WriteAsync(new Message("1", "lena", "lena", new string('w', 300) + " https://example.com/" + new string('a', 200), "Lena Long"));

        await workspace.OpenAsync("Lena Long");
        Assert.False(await workspace.Row("Lena Long").IsVisibleAsync(), "The list is still shown beside the conversation.");
        Assert.False(await workspace.ScrollsSidewaysAsync(), "The conversation scrolls sideways.");

        await workspace.Page.GetByLabel("Back to the list").ClickAsync();
        await Workspace.ShownAsync(workspace.Row("Lena Long"));
        Assert.False(await workspace.ScrollsSidewaysAsync(), "The inbox scrolls sideways.");
    }
}
