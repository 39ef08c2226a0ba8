using SocialCrm.Host.Access;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <summary>Messages, notes and events in one list, newest first.</summary>
public sealed class Timelines(CrmDbContext db, InteractionViews messages, Members members, Teams teams, AttachmentViews attachments)
{
    public Task<Page<TimelineEntry>> OfConversationAsync(Guid conversationId, int limit, Cursor? after, CancellationToken ct) =>
        ReadAsync(
            new(db, db.Set<Interaction>().Where(m => m.ConversationId == conversationId), db.Set<Conversation>().Where(c => c.Id == conversationId)),
            limit,
            after,
            ct);

    /// <summary>Over all conversations with some identities.</summary>
    public Task<Page<TimelineEntry>> OfIdentitiesAsync(IReadOnlyCollection<Guid> ids, int limit, Cursor? after, CancellationToken ct) =>
        ReadAsync(
            new(db, db.Set<Interaction>().Where(m => ids.Contains(m.IdentityId)), db.Set<Conversation>().Where(c => ids.Contains(c.IdentityId))),
            limit,
            after,
            ct);

    private async Task<Page<TimelineEntry>> ReadAsync(TimelineReader reader, int limit, Cursor? after, CancellationToken ct)
    {
        var part = (await reader.ReadAsync(limit + 1, after, ct)).ToPage(limit, r => new Cursor(r.At, r.Id));
        var shown = (await messages.OfAsync([.. part.Items.Select(r => r.Message).OfType<Interaction>()], ct)).ToDictionary(m => m.Id);
        var files = await attachments.OfNotesAsync([.. part.Items.Select(r => r.Note?.Id).OfType<Guid>()], ct);
        var events = part.Items.Select(r => r.Event).OfType<ConversationEvent>().ToList();
        var names = new TimelineNames(
            await members.NamesAsync(TimelineNames.People(events), ct), await teams.NamesAsync(TimelineNames.Teams(events), ct));
        return new Page<TimelineEntry>([.. part.Items.Select(r => Entry(r, shown, files, names))], part.Next);
    }

    private static TimelineEntry Entry(
        TimelineRow row, Dictionary<Guid, InteractionView> messages, ILookup<Guid, AttachmentView> files, TimelineNames names) => row switch
        {
            { Message: { } message } => new(TimelineEntryType.Interaction, row.At, Interaction: messages[message.Id]),
            { Note: { } note } => new(
                TimelineEntryType.Note, row.At, Note: new NoteView(note.Id, note.Text, new NoteAuthor(note.AuthorId, note.AuthorName), note.At, [.. files[note.Id]])),
            { Event: { } done } => new(TimelineEntryType.Event, row.At, Event: names.View(done)),
            _ => new(TimelineEntryType.Event, row.At, Event: new TimelineEvent(row.Id, row.Id, TimelineEventKind.Opened, null, null, null)),
        };
}
