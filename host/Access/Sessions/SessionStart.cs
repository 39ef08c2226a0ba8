using Microsoft.AspNetCore.Authentication;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>Signs a person in: gives the cookies and fills the caller for the rest of the request.</summary>
internal sealed class SessionStart(IHttpContextAccessor accessor, AntiforgeryTokens tokens, Caller caller)
{
    public async Task<SessionInfo> SignInAsync(SessionAccess access)
    {
        var context = accessor.HttpContext!;
        var principal = SessionCookie.Principal(access);
        await context.SignInAsync(SessionCookie.Scheme, principal, new AuthenticationProperties { IsPersistent = true });
        context.User = principal;
        (caller.TenantId, caller.UserId, caller.Name, caller.Role) = (access.TenantId, access.UserId, access.Name, access.Role);
        tokens.Give(context);
        return Info(access);
    }

    public static SessionInfo Info(SessionAccess access) => new(
        new SessionUser(access.UserId, access.Name, access.Email),
        new SessionTenant(access.TenantId, access.TenantName, access.TimeZone),
        access.Role,
        access.PlatformAdmin,
        RolePermissions.Of(access.Role, access.PlatformAdmin));
}
