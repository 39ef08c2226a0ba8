namespace SocialCrm.Host.Access;

/// <summary>The permission matrix: who may do what. docs/permissions.md shows it, and a test keeps the two equal.</summary>
public static class RolePermissions
{
    private static readonly string[] Viewer = [Permissions.ReadWorkspace];
    private static readonly string[] Agent = [.. Viewer, Permissions.WorkConversations];
    private static readonly string[] Lead = [.. Agent, Permissions.ManageDeadLetters, Permissions.ManageTopics, Permissions.ManageRouting, Permissions.ManageReplays];
    private static readonly string[] Admin = [.. Lead, Permissions.ManageChannels, Permissions.ManageRecords, Permissions.ManageApiKeys, Permissions.ManageTenant];

    /// <summary>What a platform admin may do besides what their role in the tenant allows.</summary>
    public static IReadOnlyList<string> PlatformAdmin { get; } = [Permissions.ManagePlugins, Permissions.ManageTenants, Permissions.ManageMail];

    public static IReadOnlyList<string> Of(Role role) => role switch
    {
        // An owner may do what an admin may; only an owner makes or removes another one.
        Role.Owner => Admin,
        Role.Admin => Admin,
        Role.Lead => Lead,
        Role.Agent => Agent,
        Role.Viewer => Viewer,
    };

    public static IReadOnlyList<string> Of(Role role, bool platformAdmin) =>
        platformAdmin ? [.. Of(role), .. PlatformAdmin] : Of(role);

    /// <summary>True when somebody of <paramref name="giver"/> may hand out <paramref name="role"/>: never more than their own.</summary>
    public static bool MayGive(Role giver, Role role) => giver <= role;
}
