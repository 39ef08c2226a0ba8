using Microsoft.Playwright;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>What an admin does in the settings, in their words.</summary>
public sealed class SettingsPages(Workspace workspace)
{
    private static readonly string History = SampleMessages.File;

    private IPage Page => workspace.Page;

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public async Task OpenAsync(string place)
    {
        await workspace.GoAsync("Settings");
        await Page.GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).First.ClickAsync();
        await Workspace.ShownAsync(Page.GetByRole(AriaRole.Heading, new() { Name = place, Exact = true }));
    }

    public async Task ConnectAsync(string connector, string name, params (string Label, string Value)[] settings)
    {
        await workspace.GoAsync("Settings");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Connect a channel" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button).Filter(new() { HasText = connector }).ClickAsync();
        await Page.GetByLabel("Name of the channel").FillAsync(name);
        foreach (var (label, value) in settings)
        {
            await Page.GetByLabel(label).FillAsync(value);
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByRole(AriaRole.Heading, new() { Name = $"{name} is connected" }));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Go to the channel" }).ClickAsync();
    }

    /// <summary>Connects a system of record, and gives the secret that the page shows this once.</summary>
    public async Task<string> ConnectRecordAsync(string name, string events, string changes)
    {
        await workspace.GoAsync("Settings");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Systems of record", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Connect a system" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Signed webhook" }).ClickAsync();
        await Page.GetByLabel("Name of the system").FillAsync(name);
        await Page.GetByLabel("Event address").FillAsync(events);
        await Page.GetByLabel("Pull address").FillAsync(changes);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByRole(AriaRole.Heading, new() { Name = $"{name} is connected" }));
        return await Page.Locator("code").First.InnerTextAsync();
    }

    /// <summary>Imports the sample history from the channel's page, with the columns as they are suggested.</summary>
    public async Task ImportHistoryAsync()
    {
        await Page.Locator("input[type=file]").SetInputFilesAsync(History);
        await Workspace.ShownAsync(Page.GetByText("What the file holds"));
        await Page.GetByLabel("Topic").SelectOptionAsync("company");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByText("Done", new() { Exact = true }).First);
    }

    public async Task CreateTopicAsync(string name, string query, string kind, string found)
    {
        await OpenAsync("Topics");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create a topic" }).First.ClickAsync();
        await Dialog.GetByLabel("Name").FillAsync(name);
        await Dialog.GetByLabel("What to look for").FillAsync(query);
        await Workspace.ShownAsync(Dialog.GetByText(found));
        await Dialog.GetByText(kind, new() { Exact = true }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save the topic" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByText("The topic is saved."));
    }

    public async Task CreateTeamAsync(string name)
    {
        await OpenAsync("Teams");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create a team" }).First.ClickAsync();
        await Dialog.GetByLabel("Name").FillAsync(name);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save the team" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByRole(AriaRole.Main).GetByText(name));
    }

    /// <summary>A rule on a text that moves what matches to a team.</summary>
    public Task CreateRuleAsync(string name, string text, string team) => CreateRuleAsync(name, text, null, team);

    /// <param name="name">The rule's name.</param>
    /// <param name="text">What it looks for.</param>
    /// <param name="does">The action by its words; null for the one that is there to begin with.</param>
    /// <param name="target">To whom or what; null where the action has none.</param>
    public async Task CreateRuleAsync(string name, string text, string? does, string? target)
    {
        await OpenAsync("Rules");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create a rule" }).First.ClickAsync();
        await Dialog.GetByLabel("Name").FillAsync(name);
        await Dialog.GetByRole(AriaRole.Group, new() { Name = "Condition" }).GetByLabel("Values").FillAsync(text);
        var action = Dialog.GetByRole(AriaRole.Group, new() { Name = "Action" });
        await ChooseAsync(action.GetByLabel("What is done"), does);
        await ChooseAsync(action.GetByLabel("To what"), target);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save the rule" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByText("The rule is saved."));
    }

    /// <summary>Invites an agent, and gives the link that the page shows.</summary>
    public async Task<string> InviteAsync(string email)
    {
        await OpenAsync("People");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        await Dialog.GetByLabel("E-mail").FillAsync(email);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
        var link = await Dialog.Locator("code").InnerTextAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        return link;
    }

    /// <summary>Fills in what a plugin has to set for the whole server: choices and switches by their labels.</summary>
    public async Task SetUpPluginAsync(string plugin, (string Label, string Option) choice, string turnedOff)
    {
        await OpenAsync("Plugins");
        await Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = plugin }).GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await ChooseAsync(Dialog.GetByRole(AriaRole.Combobox, new() { Name = choice.Label, Exact = true }), choice.Option);
        await Dialog.GetByRole(AriaRole.Switch, new() { Name = turnedOff }).UncheckAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Workspace.ShownAsync(Page.GetByText("The settings are saved"));
    }

    private async Task ChooseAsync(ILocator field, string? option)
    {
        if (option is not null)
        {
            await field.ClickAsync();
            await Page.GetByRole(AriaRole.Option, new() { Name = option }).ClickAsync();
        }
    }
}
