using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.ApiKeys;

/// <summary>Authenticates a program by the key in its header. Each call asks the database, so that a revoked key ends at once.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CrmDbContext db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var hash = ApiKeySecret.Hash(Request.Headers[Header].ToString());
        var key = await db.Set<ApiKey>().IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, Context.RequestAborted);
        if (key is null)
        {
            return AuthenticateResult.Fail("The API key is unknown or revoked.");
        }

        await NoteUseAsync(key);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, key.Name),
                new Claim(AccessClaims.Key, key.Id.ToString()),
                new Claim(AccessClaims.Tenant, key.TenantId.ToString()),
                .. AccessClaims.ForRole(key.Role, platformAdmin: false),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private async Task NoteUseAsync(ApiKey key)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = now - UseIsNotedEvery;
        if (key.LastUsedAt is null || key.LastUsedAt < before)
        {
            await db.Set<ApiKey>().IgnoreQueryFilters()
                .Where(k => k.TenantId == key.TenantId && k.Id == key.Id && (k.LastUsedAt == null || k.LastUsedAt < before))
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, now), Context.RequestAborted);
        }
    }
}
