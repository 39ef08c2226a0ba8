using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Platform.Events;

/// <summary>The live link of an open workspace. Clients only listen; each belongs to the group of its tenant and to that of its person.</summary>
[Authorize(Permissions.ReadWorkspace)]
public sealed class WorkspaceHub : Hub
{
    public static string Group(Guid tenantId) => $"tenant:{tenantId:N}";

    /// <summary>A person's open workspaces of one tenant: what is theirs in another does not show here.</summary>
    public static string Group(Guid tenantId, Guid userId) => $"tenant:{tenantId:N}:person:{userId:N}";

    // A hub has a scope of its own, not that of the request: who calls is known by the principal.
    public override async Task OnConnectedAsync()
    {
        if (Context.User?.TenantId() is not { } tenant)
        {
            Context.Abort();
            return;
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, Group(tenant), Context.ConnectionAborted);
        if (Context.User.UserId() is { } user)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, Group(tenant, user), Context.ConnectionAborted);
        }

        await base.OnConnectedAsync();
    }
}
