using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Access;
using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Access.Passwords;
using SocialCrm.Host.Access.Setup;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Mail;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Conversations;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Mail;

public abstract class MailTests(ServerFixture fixture)
{
    private const string Public = "https://crm.example.com";
    private const string Another = "another correct battery";

    [Fact]
    public async Task Invitations_and_forgotten_passwords_should_reach_people_by_mail()
    {
        await using var smtp = new SmtpListener();
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database, smtp.Port);
        var tenant = await server.NewTenantAsync(await server.SetUpAsync());
        var address = TestPeople.NewEmail();

        var invited = await tenant.Owner.PostAsync<CreatedInvitation>("/api/v1/invitations", new NewInvitation(address, Role.Agent));
        var invitation = await smtp.ArrivedAsync(address, "invites you");
        Assert.True(invited.Mailed);
        Assert.Equal(invited.Link, $"{Public}/invitation#{invitation.Secret("invitation")}");
        var guest = server.Anonymous();
        await guest.PostAsync("/api/v1/invitations/accept", new Acceptance(invitation.Secret("invitation"), TestPeople.Password, "Ann"));

        var anonymous = server.Anonymous();
        Assert.True((await anonymous.GetAsync<SetupState>("/api/v1/setup")).CanMail);
        foreach (var email in new[] { address, TestPeople.NewEmail() })
        {
            Assert.Equal(HttpStatusCode.Accepted, await anonymous.StatusAsync(HttpMethod.Post, "/api/v1/password-resets", new ForgottenPassword(email)));
        }

        var reset = await smtp.ArrivedAsync(address, "new password");
        await anonymous.PostAsync("/api/v1/password-resets/use", new ResetUse(reset.Secret("new-password"), Another));
        Assert.Equal(HttpStatusCode.Unauthorized, await guest.StatusAsync(HttpMethod.Get, "/api/v1/session"));
        await anonymous.ProblemAsync(HttpMethod.Post, "/api/v1/password-resets/use", new ResetUse(reset.Secret("new-password"), Another), HttpStatusCode.NotFound);
        Assert.Equal(2, smtp.Mails.Count);

        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests])
        {
            Assert.Equal(expected, await anonymous.StatusAsync(HttpMethod.Post, "/api/v1/password-resets", new ForgottenPassword(address)));
        }
    }

    [Fact]
    public async Task Mail_should_wait_for_a_server_that_is_down_and_say_so()
    {
        int port;
        await using (var gone = new SmtpListener())
        {
            port = gone.Port;
        }

        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database, port);
        var admin = await server.SetUpAsync();
        var (address, refused) = (TestPeople.NewEmail(), TestPeople.NewEmail());
        await admin.PostAsync<CreatedInvitation>("/api/v1/invitations", new NewInvitation(address, Role.Agent));
        await Eventually.HoldsAsync("an attempt", async () => (await StateAsync(admin)).Unsent is [{ State: MailState.Queued, Attempts: > 0 }]);
        await admin.ProblemAsync(HttpMethod.Post, "/api/v1/mail/test", null, HttpStatusCode.BadGateway);
        Assert.NotEmpty((await StateAsync(admin)).LastError!);

        await using var smtp = new SmtpListener(port);
        smtp.Refused.Add(refused);
        await admin.PostAsync($"/api/v1/mail/{(await StateAsync(admin)).Unsent[0].Id}/retry");
        await smtp.ArrivedAsync(address, "invites you");
        await admin.PostAsync<TestedMail>("/api/v1/mail/test");
        await admin.PostAsync<CreatedInvitation>("/api/v1/invitations", new NewInvitation(refused, Role.Agent));
        await Eventually.HoldsAsync("a refusal", async () => (await StateAsync(admin)).Unsent is [{ State: MailState.Failed, Attempts: 1 }]);

        var failed = (await StateAsync(admin)).Unsent[0];
        Assert.Contains("550", failed.Reason, StringComparison.Ordinal);
        await admin.DeleteAsync($"/api/v1/mail/{failed.Id}");
        Assert.Equal((0, 0), ((await StateAsync(admin)) is var state ? (state.Queued, state.Failed) : default));
    }

    [Fact]
    public async Task Notifications_should_be_mailed_at_once_or_each_morning_and_say_nothing_of_customers()
    {
        await using var smtp = new SmtpListener();
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database, smtp.Port);
        var tenant = await server.NewTenantAsync(await server.SetUpAsync());
        var (soon, _) = await tenant.MemberAsync(Role.Agent, "Soon");
        var (later, client) = await tenant.MemberAsync(Role.Agent, "Later");
        await client.PutAsync<ChoiceList>("/api/v1/notifications/choices", new ChoiceChange([new(NotificationKind.Mention, true, MailTiming.Daily)]));
        var seed = await tenant.AddAsync(new SeedConversation { Author = "Zelda Customer", Messages = [Seed.Says("my secret trouble", 1)] });

        await tenant.Owner.PostAsync<NoteView>($"/api/v1/conversations/{seed.Id}/notes", new NoteRequest("@Soon @Later see the trouble", Mentions: [soon.Id, later.Id]));

        var mail = await smtp.ArrivedAsync(soon.Email, "mentioned you");
        Assert.Contains($"{Public}/inbox/{seed.Id}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("trouble", mail.Raw + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zelda", mail.Raw + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(smtp.Mails, m => m.To == later.Email);

        await Eventually.HoldsAsync("a digest that became due", () => MorningAsync(server, tenant.Id));
        var digest = await smtp.ArrivedAsync(later.Email, "mentioned you");
        Assert.Contains("once a day", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("trouble", digest.Raw + digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_should_never_become_headers_or_markup()
    {
        await using var smtp = new SmtpListener();
        await using var database = await fixture.NewDatabaseAsync();
        await using var server = await StartAsync(database, smtp.Port);
        var box = server.Services.GetRequiredService<MailBox>();
        const string Hostile = "Eve\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script> ünïcode \u2028end";
        var mail = box.Write("test", "ann@example.com", new MailContent(Hostile, [new(Hostile, $"{Public}/x", Hostile)], Hostile));

        await using (var scope = server.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
            db.Add(mail);
            await db.SaveChangesAsync();
        }

        var received = await smtp.ArrivedAsync("ann@example.com", "ünïcode");
        Assert.DoesNotContain("Bcc", received.HeaderNames);
        Assert.Contains("Message-ID", received.HeaderNames);
        Assert.Equal("auto-generated", received.Header("Auto-Submitted"));
        Assert.Contains("&lt;script&gt;", received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>Eve\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_should_be_promised_mail()
    {
        var (server, admin) = (await fixture.ServerAsync(), await fixture.PlatformAdminAsync());
        Assert.False((await server.Anonymous().GetAsync<SetupState>("/api/v1/setup")).CanMail);
        Assert.False((await StateAsync(admin)).IsSet);
        await server.Anonymous().ProblemAsync(HttpMethod.Post, "/api/v1/password-resets", new ForgottenPassword("ann@example.com"), HttpStatusCode.Conflict);
        await admin.ProblemAsync(HttpMethod.Post, "/api/v1/mail/test", null, HttpStatusCode.Conflict);
        var tenant = await fixture.NewTenantAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await tenant.Owner.StatusAsync(HttpMethod.Get, "/api/v1/mail"));
        Assert.False((await tenant.Owner.PostAsync<CreatedInvitation>("/api/v1/invitations", new NewInvitation(TestPeople.NewEmail(), Role.Agent))).Mailed);
    }

    private static Task<MailHealth> StateAsync(ApiClient admin) => admin.GetAsync<MailHealth>("/api/v1/mail");

    /// <summary>Makes it morning for a tenant, once its time is planned.</summary>
    private static async Task<bool> MorningAsync(RealServer server, Guid tenantId)
    {
        await using var session = await server.Services.GetRequiredService<ICrmDatabase>().WriteAsync(CancellationToken.None);
        var changed = await session.ExecuteAsync(
            "UPDATE notification_digests SET due_at = @then WHERE tenant_id = @tenant", new() { ["then"] = Seed.Start, ["tenant"] = tenantId }, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        return changed == 1;
    }

    private static Task<RealServer> StartAsync(TestDatabase database, int port) => RealServer.StartAsync(database, builder =>
    {
        builder.UseSetting("PublicUrl", Public);
        builder.UseSetting("Smtp:Host", "127.0.0.1");
        builder.UseSetting("Smtp:Port", $"{port}");
        builder.UseSetting("Smtp:Security", "none");
        builder.UseSetting("Smtp:From", "Acme <crm@example.com>");
        builder.UseSetting("Notifications:MailAfterSeconds", "0");
        builder.UseSetting("Logging:LogLevel:SocialCrm.Host.Mail", "None");
    });

    public sealed class OnSqlite(SqliteServer fixture) : MailTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : MailTests(fixture);
}
