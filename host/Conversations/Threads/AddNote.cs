using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <param name="Text">1 to 10,000 characters; may be empty where files go with it.</param>
/// <param name="Attachments">The ids of uploaded files that go with it.</param>
/// <param name="Mentions">The ids of members who are to be told of it, at most 50.</param>
public sealed record NoteRequest(string Text, IReadOnlyList<Guid>? Attachments = null, IReadOnlyList<Guid>? Mentions = null);

internal sealed class AddNote(
    CrmDbContext db, Caller caller, AuditTrail audit, CustomerDirectory customers, Members members, DraftAttachments drafts, FileRules rules, Notices notices,
    WorkspaceFeed feed, TimeProvider time)
{
    private const int LongestText = 10_000;
    private const int MostMentions = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/conversations/{id:guid}/notes", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("addNote").ProducesProblem(404);

    /// <summary>Adds a note</summary>
    /// <remarks>A remark for colleagues. It is never sent to the customer.</remarks>
    /// <param name="id">The conversation.</param>
    private static async Task<Results<Created<NoteView>, ProblemHttpResult>> HandleAsync(
        Guid id, NoteRequest request, AddNote command, CancellationToken ct)
    {
        if ((string.IsNullOrWhiteSpace(request.Text) && request.Attachments is not { Count: > 0 }) || request.Text.Length > LongestText || request.Text.Contains('\0'))
        {
            return Problems.Invalid("text", "Write 1 to 10,000 characters, U+0000 not among them.");
        }

        IReadOnlyList<Guid> mentions = [.. (request.Mentions ?? []).Distinct()];
        if (!await command.AreMembersAsync(mentions, ct))
        {
            return Problems.Invalid("mentions", $"Name members of this organisation, at most {MostMentions}.");
        }

        var (note, refusal) = await command.SaveAsync(id, request, mentions, ct);
        return note is null ? refusal! : TypedResults.Created((string?)null, note);
    }

    private async Task<bool> AreMembersAsync(IReadOnlyList<Guid> people, CancellationToken ct) =>
        people.Count <= MostMentions && await members.CountAsync(people, ct) == people.Count;

    private async Task<(NoteView? Note, ProblemHttpResult? Refusal)> SaveAsync(Guid id, NoteRequest request, IReadOnlyList<Guid> mentions, CancellationToken ct)
    {
        if (await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return (null, Problems.NotFound("conversation"));
        }

        var (files, problem) = await drafts.FindAsync(id, request.Attachments, rules.ForNotes, ct);
        if (problem is not null)
        {
            return (null, Problems.Invalid("attachments", problem));
        }

        var now = time.GetUtcNow();
        var note = new Note
        {
            TenantId = conversation.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = id,
            Text = request.Text,
            AuthorId = caller.UserId,
            AuthorName = caller.Name,
            At = now.UtcDateTime,
        };
        db.Add(note);
        drafts.Attach(files, null, note.Id);
        audit.Record("conversation.note", "conversation", id);
        var told = mentions.Where(person => person != caller.UserId).ToList();
        await notices.SaveAsync(told.Count == 0 ? [] : [new Notice(NotificationKind.Mention, id, told) { Actor = caller.Name }], ct);
        var identity = (await customers.OfAsync([conversation.IdentityId], ct))[conversation.IdentityId];
        await feed.PublishAsync(new WorkspaceChange(caller.TenantId, "note", [id], [identity.CustomerId]), CancellationToken.None);
        return (new NoteView(note.Id, note.Text, new NoteAuthor(note.AuthorId, note.AuthorName), note.At, [.. files.Select(AttachmentView.Of)]), null);
    }
}
