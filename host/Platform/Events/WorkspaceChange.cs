namespace SocialCrm.Host.Platform.Events;

/// <summary>A hint to open workspaces of one tenant that something they may show has changed.</summary>
/// <param name="TenantId">The tenant; clients of no other see it.</param>
/// <param name="Reason">What changed: messages, reply, note, status, assignment, label, channels, dead-letters.</param>
/// <param name="Conversations">Which conversations, as far as known; empty means "look at all that is shown".</param>
/// <param name="Customers">Which customers.</param>
public sealed record WorkspaceChange(
    Guid TenantId, string Reason, IReadOnlyList<Guid> Conversations, IReadOnlyList<Guid> Customers);
