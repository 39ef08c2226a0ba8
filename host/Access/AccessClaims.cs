using System.Security.Claims;

namespace SocialCrm.Host.Access;

/// <summary>What an authenticated principal says of its bearer.</summary>
public static class AccessClaims
{
    public const string Tenant = "tenant";
    public const string Key = "key";
    public const string Permission = "permission";
    public const string SecurityStamp = "stamp";

    /// <summary>The tenant that the principal acts in; null for an anonymous one.</summary>
    public static Guid? TenantId(this ClaimsPrincipal principal) => IdOf(principal, Tenant);

    /// <summary>The person; null for an API key or an anonymous principal.</summary>
    public static Guid? UserId(this ClaimsPrincipal principal) => IdOf(principal, ClaimTypes.NameIdentifier);

    /// <summary>The API key; null for a person or an anonymous principal.</summary>
    public static Guid? KeyId(this ClaimsPrincipal principal) => IdOf(principal, Key);

    public static string NameOf(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.Name) ?? "";

    public static Role RoleOf(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Viewer;

    internal static IEnumerable<Claim> ForRole(Role role, bool platformAdmin) =>
    [
        new(ClaimTypes.Role, role.ToString()),
        .. RolePermissions.Of(role, platformAdmin).Select(permission => new Claim(Permission, permission)),
    ];

    private static Guid? IdOf(ClaimsPrincipal principal, string type) =>
        Guid.TryParse(principal.FindFirstValue(type), out var id) ? id : null;
}
