using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>The files of messages and notes, for slices that show them: one query for all of a page.</summary>
public sealed class AttachmentViews(CrmDbContext db)
{
    /// <summary>By the id of the message. Ask for those that have some.</summary>
    public async Task<ILookup<Guid, AttachmentView>> OfMessagesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => ids.Count == 0
        ? Nothing
        : (await Ordered(db.Set<Attachment>().Where(a => a.InteractionId != null && ids.Contains(a.InteractionId.Value))).ToListAsync(ct))
            .ToLookup(a => a.InteractionId!.Value, AttachmentView.Of);

    /// <summary>By the id of the note.</summary>
    public async Task<ILookup<Guid, AttachmentView>> OfNotesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => ids.Count == 0
        ? Nothing
        : (await Ordered(db.Set<Attachment>().Where(a => a.NoteId != null && ids.Contains(a.NoteId.Value))).ToListAsync(ct))
            .ToLookup(a => a.NoteId!.Value, AttachmentView.Of);

    private static ILookup<Guid, AttachmentView> Nothing { get; } = Array.Empty<(Guid Id, AttachmentView View)>().ToLookup(x => x.Id, x => x.View);

    private static IQueryable<Attachment> Ordered(IQueryable<Attachment> files) => files.AsNoTracking().OrderBy(a => a.Position).ThenBy(a => a.Id);
}
