using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="Text">1 to 10,000 characters.</param>
public sealed record NoteRequest(string Text);

internal sealed class AddNote(
    CrmDbContext db, Caller caller, AuditTrail audit, CustomerDirectory customers, WorkspaceFeed feed, TimeProvider time)
{
    private const int LongestText = 10_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/conversations/{id:guid}/notes", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("addNote").ProducesProblem(404);

    /// <summary>Adds a note</summary>
    /// <remarks>A remark for colleagues. It is never sent to the customer.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Created<NoteView>, ProblemHttpResult>> HandleAsync(
        Guid id, NoteRequest request, AddNote command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestText || request.Text.Contains('\0'))
        {
            return Problems.Invalid("text", "Write 1 to 10,000 characters, U+0000 not among them.");
        }

        return await command.SaveAsync(id, request.Text, ct) is { } note
            ? TypedResults.Created((string?)null, note)
            : Problems.NotFound("conversation");
    }

    private async Task<NoteView?> SaveAsync(Guid id, string text, CancellationToken ct)
    {
        if (await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var note = new Note
        {
            TenantId = conversation.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = id,
            Text = text,
            AuthorId = caller.UserId,
            AuthorName = caller.Name,
            At = now.UtcDateTime,
        };
        db.Add(note);
        audit.Record("conversation.note", "conversation", id);
        await db.SaveChangesAsync(ct);
        var identity = (await customers.OfAsync([conversation.IdentityId], ct))[conversation.IdentityId];
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "note", [id], [identity.CustomerId]), CancellationToken.None);
        return new NoteView(note.Id, text, new NoteAuthor(note.AuthorId, note.AuthorName), note.At);
    }
}
