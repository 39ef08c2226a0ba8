namespace SocialCrm.Host.Platform.Events;

/// <summary>A hint to open workspaces of one tenant that something they may show has changed.</summary>
/// <param name="TenantId">The tenant; clients of no other see it.</param>
/// <param name="Reason">What changed: messages, reply, note, status, assignment, label, channels, members, dead-letters, notifications.</param>
/// <param name="Conversations">Which conversations, as far as known; empty means "look at all that is shown".</param>
/// <param name="Customers">Which customers.</param>
public sealed record WorkspaceChange(
    Guid TenantId, string Reason, IReadOnlyList<Guid> Conversations, IReadOnlyList<Guid> Customers)
{
    /// <summary>More ids make a hint too large to travel.</summary>
    public const int MostIds = 100;

    /// <summary>The reason of a hint that goes to <see cref="People"/> alone.</summary>
    public const string Notifications = "notifications";

    /// <summary>Whom it is for, where it is not for all of the tenant.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];
}
