namespace SocialCrm.Host.Access.Sessions;

/// <summary>What a signed-in person is allowed right now, as the database says.</summary>
internal sealed record SessionAccess(
    Guid UserId, string Name, string Email, bool PlatformAdmin, string? SecurityStamp, Guid TenantId, string TenantName, string TimeZone, Role Role);
