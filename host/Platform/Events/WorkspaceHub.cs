using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SocialCrm.Host.Access;

namespace SocialCrm.Host.Platform.Events;

/// <summary>The live link of an open workspace. Clients only listen; each belongs to the group of its tenant.</summary>
[Authorize(Permissions.ReadWorkspace)]
public sealed class WorkspaceHub(Caller caller) : Hub
{
    public static string Group(Guid tenantId) => $"tenant:{tenantId:N}";

    public override async Task OnConnectedAsync()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Group(caller.TenantId), Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }
}
