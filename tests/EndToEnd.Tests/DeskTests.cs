using System.Text.Json;
using Microsoft.Playwright;
using SocialCrm.EndToEnd.Tests.Infrastructure;
using SocialCrm.Host.Tests.Engagement;
using SocialCrm.Host.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>A day at the desk: files in a reply, a colleague who is told, rules that tell and set aside, a customer who is faster, an inbox emptied at once.</summary>
public sealed class DeskTests(Browsers browsers)
{
    private const int Crowd = 60;

    [Fact]
    public async Task Agents_should_answer_with_files_tell_each_other_and_clear_the_inbox_at_once()
    {
        await using var callback = await CallbackReceiver.StartAsync();
        await using var server = await ServerUnderTest.OnSqliteAsync();
        var (olive, ada) = (new Workspace(await browsers.OpenAsync(server.Address)), new Workspace(await browsers.OpenAsync(server.Address)));
        var settings = new SettingsPages(olive);
        var watched = new WatchedPage(olive.Page);

        await olive.SignUpAsync();
        var customer = await olive.ConnectChannelAsync("Support forum", callback.Address);
        callback.Secret = customer.Secret;
        await ada.JoinAsync(await settings.InviteAsync("ada@example.com"), "Ada Agent");
        await ClassifierIsCarefulAsync(olive, settings);
        await AnswersWithFilesAsync(olive, customer, callback);
        await TellsAColleagueAsync(olive, ada);
        await RulesTellAndSetAsideAsync(olive, ada, settings, customer);
        watched.AssertNoComplaint();
        await CustomerIsFasterAsync(olive, customer);
        await InboxIsClearedAndBroughtBackAsync(olive, customer);
    }

    private static async Task ClassifierIsCarefulAsync(Workspace olive, SettingsPages settings)
    {
        await settings.SetUpPluginAsync("Built-in classifier", ("How sure it must be", "Careful: fewer labels, more of them right"), "Give topics of its own");
        await Workspace.ShownAsync(olive.Page.GetByText("Built-in classifier 1.0.0+"));
        var stored = (await olive.StoredAsync("plugins/org.socialcrm.classifiers.builtin/settings")).GetProperty("settings");
        Assert.Equal(("careful", "usual", false), (stored.GetProperty("certainty").GetString(), stored.GetProperty("sentiment").GetString(), stored.GetProperty("topics").GetBoolean()));
    }

    private static async Task AnswersWithFilesAsync(Workspace olive, CustomerSide customer, CallbackReceiver callback)
    {
        var page = olive.Page;
        await customer.WriteAsync(new Message("1", "lena", "lena", "Which cable do I need?", "Lena Long"));
        await olive.GoAsync("Inbox");
        await olive.OpenAsync("Lena Long");
        var reply = page.GetByLabel("Your reply to Lena Long");

        // A cell copied from a spreadsheet is a picture, too; whoever pastes it means its words.
        await page.CopyPictureAsync("This one:");
        await reply.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Expect(reply).ToHaveValueAsync("This one:");
        await page.CopyPictureAsync();
        await reply.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await page.Locator("form input[type=file]").SetInputFilesAsync(new FilePayload { Name = "prices.csv", MimeType = "text/csv", Buffer = "cable;4"u8.ToArray() });
        await Expect(page.GetByLabel("Files that go along").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync();
        await reply.PressAsync("Control+Enter");

        await Workspace.ShownAsync(olive.Timeline.GetByText("This one:"));
        await Expect(olive.Timeline).Not.ToContainTextAsync("policy-information");
        await Expect(page.GetByLabel("Files that go along")).ToHaveCountAsync(0);
        await Workspace.ShownAsync(olive.Timeline.GetByRole(AriaRole.Img, new() { Name = "image.png" }));
        await Workspace.ShownAsync(olive.Timeline.GetByRole(AriaRole.Link).Filter(new() { HasText = "prices.csv" }));
        await Workspace.ShownAsync(olive.Timeline.GetByText("Sent", new() { Exact = true }));
        var sent = JsonDocument.Parse(Assert.Single(callback.Received).Body).RootElement.GetProperty("data").GetProperty("attachments");
        using var http = new HttpClient();
        var contents = new List<byte[]>();
        foreach (var file in sent.EnumerateArray())
        {
            contents.Add(await http.GetByteArrayAsync(new Uri(file.GetProperty("url").GetString()!)));
        }

        Assert.Contains(contents, c => c.AsSpan(1).StartsWith("PNG"u8));
        Assert.Contains(contents, c => c.AsSpan().SequenceEqual("cable;4"u8));
    }

    private static async Task TellsAColleagueAsync(Workspace olive, Workspace ada)
    {
        var page = olive.Page;
        await page.GetByText("Note", new() { Exact = true }).ClickAsync();
        var note = page.GetByLabel("Your note");
        await note.PressSequentiallyAsync("@ad");
        var people = page.GetByRole(AriaRole.Listbox, new() { Name = "Tell a colleague" });
        await Expect(people.GetByRole(AriaRole.Option, new() { Name = "Ada Agent", Exact = true })).ToHaveCountAsync(1);
        await note.PressAsync("Enter");
        await Expect(note).ToHaveValueAsync("@Ada Agent ");
        await Expect(people).ToHaveCountAsync(0);
        await note.PressSequentiallyAsync("do we have that one?");
        await note.PressAsync("Control+Enter");
        await Workspace.ShownAsync(olive.Timeline.GetByText("do we have that one?"));

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Notifications, 1 unread" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Olive Owner mentioned you in a note" }).ClickAsync();
        await Workspace.ShownAsync(ada.Timeline.GetByText("do we have that one?"));
        await Workspace.ShownAsync(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Notifications", Exact = true }));
        Assert.Equal("mention", (await ada.StoredAsync("notifications")).GetProperty("items")[0].GetProperty("kind").GetString());
    }

    private static async Task RulesTellAndSetAsideAsync(Workspace olive, Workspace ada, SettingsPages settings, CustomerSide customer)
    {
        await settings.CreateRuleAsync("Recall", "recall", "Tell person or team", "Ada Agent");
        await settings.CreateRuleAsync("Raffles", "raffle", "Set aside as noise", null);
        await Expect(olive.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("tell Ada Agent");
        await Expect(olive.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("set it aside as noise");

        await customer.WriteAsync(new Message("2", "rita", "rita", "Join our raffle now", "Rita Raffle"));
        await customer.WriteAsync(new Message("3", "ben", "ben", "Is there a recall of the lamp?", "Ben Burnt"));

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Notifications, 1 unread" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "The rule ‘Recall’ wants you to look" }).ClickAsync();
        await Workspace.ShownAsync(ada.Timeline.GetByText("Is there a recall of the lamp?"));
        await olive.GoAsync("Inbox");
        await Workspace.ShownAsync(olive.Row("Ben Burnt"));
        await Expect(olive.Row("Rita Raffle")).ToHaveCountAsync(0);
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Inbox: Open. Choose another view" }).ClickAsync();
        await olive.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Set aside" }).ClickAsync();
        await olive.OpenAsync("Rita Raffle");
        await Expect(olive.Timeline).ToContainTextAsync("Raffles");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Bring back" }).ClickAsync();
        await Expect(olive.Row("Rita Raffle")).ToHaveCountAsync(0);
        await olive.GoAsync("Inbox");
        await Workspace.ShownAsync(olive.Row("Rita Raffle"));
    }

    /// <summary>On a slow line the page does not show yet what the customer wrote while the agent made up their mind.</summary>
    private static async Task CustomerIsFasterAsync(Workspace olive, CustomerSide customer)
    {
        var page = olive.Page;
        await olive.OpenAsync("Ben Burnt");
        var slow = new TaskCompletionSource();
        await page.RouteAsync("**/timeline*", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        await customer.WriteAsync(new Message("4", "ben", "ben", "And it smells of smoke", "Ben Burnt"));
        await Expect(olive.Row("Ben Burnt")).ToContainTextAsync("smoke");

        await page.GetByRole(AriaRole.Button, new() { Name = "Resolve", Exact = true }).ClickAsync();
        slow.SetResult();

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "The customer has written since" });
        await Expect(dialog).ToContainTextAsync("And it smells of smoke");
        Assert.Equal("open", await StatusOfAsync(olive, "Ben Burnt"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it open" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resolve", Exact = true }).ClickAsync();
        await Expect(olive.Row("Ben Burnt")).ToHaveCountAsync(0);
        Assert.Equal("resolved", await StatusOfAsync(olive, "Ben Burnt"));
    }

    private static async Task InboxIsClearedAndBroughtBackAsync(Workspace olive, CustomerSide customer)
    {
        var page = olive.Page;
        await customer.WriteAsync(Enumerable.Range(0, Crowd).Select(i => new Message($"c{i}", $"c{i}", $"c{i}", "Is your site down?", $"Customer {i}")));
        await olive.GoAsync("Inbox");
        await Eventually.HoldsAsync("all to be there", async () => await OpenAsync(olive) == Crowd + 1);
        await page.GetByLabel("Select the conversation with Customer", new() { Exact = false }).First.CheckAsync();
        var bar = page.GetByRole(AriaRole.Toolbar, new() { Name = "What to do with the selected conversations" });
        await bar.GetByLabel("Select all that are listed").CheckAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Select all that match" }).ClickAsync();
        await Expect(bar).ToContainTextAsync($"{Crowd + 1} selected");

        await bar.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByText($"{Crowd + 1} conversations changed."));
        await Workspace.ShownAsync(page.GetByText("Nothing waits for you here"));
        Assert.Equal(0, await OpenAsync(olive));

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByText($"{Crowd + 1} conversations are as before."));
        await Workspace.ShownAsync(page.Locator("[data-conversation]").First);
        Assert.Equal(Crowd + 1, await OpenAsync(olive));
    }

    private static async Task<int> OpenAsync(Workspace who) => (await who.StoredAsync("conversations?limit=200&status=open")).GetProperty("items").GetArrayLength();

    private static async Task<string?> StatusOfAsync(Workspace who, string customer) =>
        (await who.StoredAsync("conversations?limit=200")).GetProperty("items").EnumerateArray()
            .Single(c => c.GetProperty("customer").GetProperty("name").GetString() == customer).GetProperty("status").GetString();
}
