using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>Writes the e-mails after the answers, so that the time of an answer does not tell who signs in here.</summary>
internal sealed class ForgottenQueue(IServiceScopeFactory scopes, ILogger<ForgottenQueue> log) : BackgroundService
{
    private readonly Channel<string> _asked = Channel.CreateBounded<string>(1_000);

    /// <summary>False when too many wait.</summary>
    public bool Add(string email) => _asked.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await MailAsync(email, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.ResetNotMailed(error);
            }
        }
    }

    private async Task MailAsync(string email, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<UserManager<User>>().FindByEmailAsync(email) is not { } user
            || await services.GetRequiredService<SessionDirectory>().FirstOfAsync(user.Id, ct) is not { } access)
        {
            return;
        }

        var (db, caller) = (services.GetRequiredService<CrmDbContext>(), services.GetRequiredService<Caller>());
        (caller.TenantId, caller.UserId, caller.Name) = (access.TenantId, user.Id, user.Name);
        db.TenantId = access.TenantId;
        var (reset, secret) = await services.GetRequiredService<PasswordResets>().AddAsync(user.Id, ct);
        services.GetRequiredService<AccessMails>().Reset(user, reset, secret, asked: true);
        services.GetRequiredService<AuditTrail>().Record("password.reset-asked", "user", user.Id);
        await db.SaveChangesAsync(ct);
    }
}
