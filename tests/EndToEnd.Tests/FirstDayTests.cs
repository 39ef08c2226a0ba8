using Microsoft.Playwright;
using SocialCrm.EndToEnd.Tests.Infrastructure;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>The first day with the product, through the browser alone, from an empty database to an answered customer.</summary>
public abstract class FirstDayTests(Browsers browsers)
{
    private const string Reply = "We are sorry. A person looks into your account today.";

    protected abstract Task<ServerUnderTest> StartAsync();

    [Fact]
    public async Task Owner_should_hear_a_customer_at_once_and_answer_as_a_person()
    {
        var message = await SampleMessages.FirstComplaintAsync();
        await using var callback = await CallbackReceiver.StartAsync(500, 200);
        await using var server = await StartAsync();
        var workspace = new Workspace(await browsers.OpenAsync(server.Address));
        var watched = new WatchedPage(workspace.Page);

        await workspace.SignUpAsync();
        var customer = await workspace.ConnectChannelAsync("Support forum", callback.Address);
        callback.Secret = customer.Secret;
        await ArrivesWithoutReloadAsync(workspace, customer, message);
        await KnowsTheCustomerAsync(workspace, message);
        await workspace.WriteNoteAsync("Ask the video team first.");
        await workspace.CorrectTypeAsync("Other");
        await workspace.ReplyAsync(Reply);
        await LeavesOnTheSecondAttemptAsync(workspace, callback);
        watched.AssertNoComplaint();
    }

    private static async Task ArrivesWithoutReloadAsync(Workspace workspace, CustomerSide customer, Message message)
    {
        await workspace.GoAsync("Inbox");
        await Workspace.ShownAsync(workspace.Page.GetByText("Nothing waits for you here"));
        await workspace.Page.EvaluateAsync("window.isTheSamePage = true");

        await customer.WriteAsync(message);

        await Workspace.ShownAsync(workspace.Row(message.Shown));
        Assert.True(await workspace.Page.EvaluateAsync<bool>("window.isTheSamePage === true"), "The page was loaded again.");
        await Expect(workspace.Row(message.Shown)).ToContainTextAsync(message.Text[..40]);
    }

    private static async Task KnowsTheCustomerAsync(Workspace workspace, Message message)
    {
        await workspace.OpenAsync(message.Shown);
        await Expect(workspace.Timeline).ToContainTextAsync(message.Text[..40]);
        var pane = workspace.Page.GetByLabel("About the customer").Last;
        await Expect(pane).ToContainTextAsync("We owe an answer");
        await Expect(pane).ToContainTextAsync("1 from them, 0 from us");
        await Expect(pane).ToContainTextAsync("Everything with this customer");
        await Expect(pane).ToContainTextAsync(message.Text[..40]);
    }

    private static async Task LeavesOnTheSecondAttemptAsync(Workspace workspace, CallbackReceiver callback)
    {
        await Workspace.ShownAsync(workspace.Timeline.GetByText("Not sent yet"));
        await Workspace.ShownAsync(workspace.Timeline.GetByText("Sent", new LocatorGetByTextOptions { Exact = true }));
        await Eventually.HoldsAsync("the second attempt", () => Task.FromResult(callback.Received.Count == 2));
        Assert.All(callback.Received, request =>
        {
            Assert.True(request.Genuine, "The reply was not signed with the channel's secret.");
            Assert.Contains(Reply, request.Body, StringComparison.Ordinal);
        });
        Assert.Single(callback.Received.Select(r => r.Id).Distinct(StringComparer.Ordinal));
    }

    public sealed class OnSqlite(Browsers browsers) : FirstDayTests(browsers)
    {
        protected override Task<ServerUnderTest> StartAsync() => ServerUnderTest.OnSqliteAsync();
    }

    public sealed class OnPostgres(Browsers browsers) : FirstDayTests(browsers)
    {
        protected override Task<ServerUnderTest> StartAsync() => ServerUnderTest.OnPostgresAsync();
    }
}
