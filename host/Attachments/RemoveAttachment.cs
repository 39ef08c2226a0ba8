using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Attachments;

internal static class RemoveAttachment
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/attachments/{id:guid}", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("removeAttachment").ProducesProblem(404);

    /// <summary>Removes an uploaded file</summary>
    /// <remarks>Only of one's own, and only while it is part of no message or note: what was sent or noted stays.</remarks>
    /// <param name="id">The attachment.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid id, ICrmDatabase database, Caller caller, CancellationToken ct)
    {
        await using var session = await database.WriteAsync(ct);
        var files = await session.QueryAsync(
            $"DELETE FROM attachments WHERE tenant_id = @tenant AND id = @id AND uploaded_by = @actor AND state = {(short)AttachmentState.Draft} RETURNING file_id",
            new() { ["tenant"] = caller.TenantId, ["id"] = id, ["actor"] = caller.ActorId },
            row => row.Id(0),
            ct);
        await FileKeeping.ReleaseAsync(session, caller.TenantId, files, ct);
        await session.CommitAsync(ct);
        return files.Count > 0 ? TypedResults.NoContent() : Problems.NotFound("uploaded file");
    }
}
