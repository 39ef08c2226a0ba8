namespace SocialCrm.Host.Access.Sessions;

/// <summary>Who is signed in, where, and what they may do.</summary>
/// <param name="User">The person; null when an API key asks.</param>
/// <param name="Tenant">The organisation they act in.</param>
/// <param name="Role">Their role there.</param>
/// <param name="PlatformAdmin">True for those who run the server itself.</param>
/// <param name="Permissions">What they may do, by name.</param>
public sealed record SessionInfo(
    SessionUser? User, SessionTenant Tenant, Role Role, bool PlatformAdmin, IReadOnlyList<string> Permissions);

/// <param name="Id">The person's id.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">The address they sign in with.</param>
public sealed record SessionUser(Guid Id, string Name, string Email);

/// <param name="Id">The organisation's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="TimeZone">The zone of its charts and hours, by IANA name.</param>
public sealed record SessionTenant(Guid Id, string Name, string TimeZone);
