using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>The cookie of a signed-in person: who they are. What they may do is read again on each request.</summary>
internal static class SessionCookie
{
    public const string Name = "socialcrm.session";

    public static readonly string Scheme = IdentityConstants.ApplicationScheme;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(7);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    public static ClaimsPrincipal Principal(SessionAccess access) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, access.UserId.ToString()),
        new Claim(ClaimTypes.Name, access.Name),
        new Claim(AccessClaims.Tenant, access.TenantId.ToString()),
        new Claim(AccessClaims.SecurityStamp, access.SecurityStamp ?? ""),
        .. AccessClaims.ForRole(access.Role, access.PlatformAdmin),
    ],
        Scheme));

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await CurrentAsync(context) is { } access && SameStamp(access, context.Principal!))
        {
            context.ReplacePrincipal(Principal(access));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static ValueTask<SessionAccess?> CurrentAsync(CookieValidatePrincipalContext context) =>
        context.Principal is { } principal && principal.UserId() is { } user && principal.TenantId() is { } tenant
            ? context.HttpContext.RequestServices.GetRequiredService<SessionDirectory>().FindAsync(user, tenant, context.HttpContext.RequestAborted)
            : default;

    // A new password or "sign out everywhere" changes the stamp, which ends the cookies of before.
    private static bool SameStamp(SessionAccess access, ClaimsPrincipal principal) =>
        (access.SecurityStamp ?? "") == principal.FindFirstValue(AccessClaims.SecurityStamp);

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
