using Microsoft.Playwright;
using SocialCrm.EndToEnd.Tests.Infrastructure;
using SocialCrm.Host.Tests.Mail;
using static Microsoft.Playwright.Assertions;

namespace SocialCrm.EndToEnd.Tests;

/// <summary>Who has forgotten their password gets in again: by e-mail, or where there is none by a link that an admin passes on.</summary>
public sealed class ForgottenPasswordTests(Browsers browsers)
{
    private const string NewPassword = "a new battery of staples";

    [Fact]
    public async Task Person_should_ask_for_an_e_mail_and_choose_a_new_password_by_its_link()
    {
        await using var smtp = new SmtpListener();
        await using var server = await ServerUnderTest.OnSqliteAsync(
            "--Smtp:Host=127.0.0.1", $"--Smtp:Port={smtp.Port}", "--Smtp:Security=none", "--Smtp:From=crm@example.com", "--PublicUrl=https://crm.example.com");
        var owner = new Workspace(await browsers.OpenAsync(server.Address));
        await owner.SignUpAsync();
        var page = await browsers.OpenAsync(server.Address);

        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync("olive");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByText("This is not an e-mail address."));
        await page.GetByLabel("E-mail").FillAsync("olive@example.com");
        await page.GetByLabel("E-mail").PressAsync("Enter");
        await Workspace.ShownAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Look into your mailbox" }));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("olive@example.com");
        var mail = await smtp.ArrivedAsync("olive@example.com", "new password");

        await ChooseAsync(page, $"/new-password#{mail.Secret("new-password")}");
        await owner.Page.ReloadAsync();
        await Workspace.ShownAsync(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }));
    }

    [Fact]
    public async Task Without_e_mail_an_admin_should_pass_on_a_link_that_works_once()
    {
        await using var server = await ServerUnderTest.OnSqliteAsync();
        var (owner, ada) = (new Workspace(await browsers.OpenAsync(server.Address)), new Workspace(await browsers.OpenAsync(server.Address)));
        await owner.SignUpAsync();
        var settings = new SettingsPages(owner);
        await ada.JoinAsync(await settings.InviteAsync("ada@example.com"), "Ada Agent");
        var forgetful = await browsers.OpenAsync(server.Address);
        await forgetful.GotoAsync("/sign-in");
        await Workspace.ShownAsync(forgetful.GetByText("An owner or admin of your organisation can give you a link for a new one."));
        await Expect(forgetful.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        await owner.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Ada Agent" }).GetByRole(AriaRole.Button, new() { Name = "New password…" }).ClickAsync();
        await Workspace.ShownAsync(settings.Dialog.GetByText("It is shown this once"));
        var link = await settings.Dialog.Locator("code").InnerTextAsync();

        await ChooseAsync(forgetful, link);
        await ada.Page.GotoAsync(link);
        await Workspace.ShownAsync(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "This link does not work" }));
    }

    private static async Task ChooseAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await Workspace.ShownAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Choose a new password" }));
        await page.GetByLabel("New password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByText("more characters are needed").First);
        await page.GetByLabel("New password").FillAsync(NewPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        await Workspace.ShownAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Inbox" }));
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
    }
}
