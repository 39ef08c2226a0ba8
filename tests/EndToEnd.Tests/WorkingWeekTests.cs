using Microsoft.Playwright;
using SocialCrm.EndToEnd.Tests.Infrastructure;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.Host.Tests.Polling;
using SocialCrm.Host.Tests.SystemsOfRecord;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>An organisation begins to use the product: history, feeds, topics, rules, a system of record, customers, numbers; through the browser alone.</summary>
public abstract class WorkingWeekTests(Browsers browsers)
{
    protected abstract Task<ServerUnderTest> StartAsync();

    [Fact]
    public async Task Organisation_should_bring_its_history_listen_route_and_learn()
    {
        await using var site = await FeedSite.StartAsync("launch");
        await using var crm = await RecordReceiver.StartAsync();
        await using var server = await StartAsync();
        var workspace = new Workspace(await browsers.OpenAsync(server.Address));
        var settings = new SettingsPages(workspace);
        var watched = new WatchedPage(workspace.Page);

        await workspace.SignUpAsync();
        await RecordsAreConnectedAsync(workspace, settings, crm);
        await HistoryComesInOnceAsync(workspace, settings);
        await FeedIsFollowedAsync(workspace, settings, site);
        await TopicsAreListenedForAsync(settings);
        await RulesRouteAsync(workspace, settings);
        await RecordsAreToldAndAskedAsync(workspace, crm);
        await AgentsPutOffAndFindAgainAsync(workspace);
        await CustomersAreMergedAndPartedAsync(workspace);
        await NumbersOpenTheirMessagesAsync(workspace);
        watched.AssertNoComplaint();
    }

    private static async Task HistoryComesInOnceAsync(Workspace workspace, SettingsPages settings)
    {
        await settings.ConnectAsync("Import", "History");
        await settings.ImportHistoryAsync();
        await Workspace.ShownAsync(workspace.Page.GetByText("686 taken in"));
        await settings.ImportHistoryAsync();
        await Workspace.ShownAsync(workspace.Page.GetByText("686 known already"));
    }

    private static async Task FeedIsFollowedAsync(Workspace workspace, SettingsPages settings, FeedSite site)
    {
        await settings.ConnectAsync("RSS", "Our blog", ("Address of the feed", site.Address));
        site.Publish("news", "Something that was never said before");
        await workspace.Page.GetByRole(AriaRole.Button, new() { Name = "Look now" }).ClickAsync();
        await workspace.GoAsync("Inbox");
        await workspace.OpenAsync("Something that was never said before");
    }

    private static async Task TopicsAreListenedForAsync(SettingsPages settings)
    {
        await settings.CreateTopicAsync("Accounts", "account* OR \"log in\"", "Subject", "Would have matched");
        await settings.CreateTopicAsync("Rival", "spotify", "Competitor", "Would have matched");
    }

    private static async Task RulesRouteAsync(Workspace workspace, SettingsPages settings)
    {
        var message = await SampleMessages.FirstComplaintAsync();
        await settings.CreateTeamAsync("Accounts team");
        await settings.CreateRuleAsync("Suspended", "suspended", "Accounts team");
        await Expect(workspace.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("the text matches");
        var customer = await workspace.ConnectChannelAsync("Support forum");
        await customer.WriteAsync(message);
        await workspace.GoAsync("Inbox");
        await workspace.OpenAsync(message.Shown);
        await Expect(workspace.Timeline).ToContainTextAsync("moved this to Accounts team");
        await Expect(workspace.Timeline).ToContainTextAsync("because the text says");
    }

    private static async Task RecordsAreConnectedAsync(Workspace workspace, SettingsPages settings, RecordReceiver crm)
    {
        // Everybody whom it is told of is one of its gold customers.
        crm.Answer = told => told.Type == "contact" ? $$"""{"record":"R-{{told.Data.GetProperty("id")}}","owner":"Ida Insight","tier":"gold"}""" : "";
        crm.Secret = await settings.ConnectRecordAsync("Our CRM", crm.EventUrl, crm.PullUrl);
        await workspace.GoAsync("Inbox");
    }

    private static async Task RecordsAreToldAndAskedAsync(Workspace workspace, RecordReceiver crm)
    {
        await Eventually.HoldsAsync("the contact and its message", () => Task.FromResult(crm.Events.Any(e => e.Type == "contact") && crm.Events.Any(e => e.Type == "activity")));
        Assert.All(crm.Events, e => Assert.True(e.Genuine, "An event was not signed with the system's secret."));
        var pane = workspace.Page.GetByLabel("About the customer").Last;
        await Expect(pane).ToContainTextAsync("Ida Insight");
        await Expect(pane).ToContainTextAsync("gold");
    }

    private static async Task AgentsPutOffAndFindAgainAsync(Workspace workspace)
    {
        var (page, message) = (workspace.Page, await SampleMessages.FirstComplaintAsync());
        await workspace.GoAsync("Inbox");
        await page.GetByLabel($"Select the conversation with {message.Shown}", new() { Exact = true }).CheckAsync();
        var bar = page.GetByRole(AriaRole.Toolbar, new() { Name = "What to do with the selected conversations" });
        await bar.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "Next week" }).ClickAsync();
        await Expect(workspace.Row(message.Shown)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Workspace.ShownAsync(workspace.Row(message.Shown));

        await page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search messages and customers" }).FillAsync("suspended");
        await Workspace.ShownAsync(page.GetByRole(AriaRole.Main).Locator("mark").First);
    }

    private static async Task CustomersAreMergedAndPartedAsync(Workspace workspace)
    {
        var (page, message) = (workspace.Page, await SampleMessages.FirstComplaintAsync());
        await workspace.GoAsync("Customers");
        await page.GetByLabel("Search by name, handle or id").FillAsync(message.Shown);

        // The same person wrote on two channels that know people by numbers of their own.
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Who is the same person?").FillAsync(message.Shown);
        await dialog.GetByRole(AriaRole.Button).Filter(new() { HasText = message.Shown }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge the two" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByText("The two are one customer now"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Workspace.ShownAsync(page.GetByText("They are two customers again"));
    }

    private static async Task NumbersOpenTheirMessagesAsync(Workspace workspace)
    {
        var page = workspace.Page;
        await page.GotoAsync("/overview?from=2018-01-01&to=2020-12-31");
        await Workspace.ShownAsync(page.GetByText("606").First);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).Filter(new() { HasText = "606" }).First.ClickAsync();
        await Workspace.ShownAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Messages" }));
        Assert.Contains("from=2018-01-01", page.Url, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(Browsers browsers) : WorkingWeekTests(browsers)
    {
        protected override Task<ServerUnderTest> StartAsync() => ServerUnderTest.OnSqliteAsync();
    }

    public sealed class OnPostgres(Browsers browsers) : WorkingWeekTests(browsers)
    {
        protected override Task<ServerUnderTest> StartAsync() => ServerUnderTest.OnPostgresAsync();
    }
}
