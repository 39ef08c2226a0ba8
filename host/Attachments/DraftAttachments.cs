using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

/// <summary>Makes uploaded files part of what a person writes. Changes the context; the caller saves it with the message.</summary>
public sealed class DraftAttachments(CrmDbContext db, Caller caller, TimeProvider time)
{
    /// <summary>The caller's uploaded files in their order, or which of them cannot go along and why. Checks only.</summary>
    internal async Task<(List<Attachment> Files, string? Problem)> FindAsync(Guid conversationId, IReadOnlyList<Guid>? ids, FileLimits limits, CancellationToken ct)
    {
        if (ids is not { Count: > 0 })
        {
            return ([], null);
        }

        if (ids.Count > limits.Most)
        {
            return ([], limits.Most == 0 ? "This channel cannot send files." : $"At most {limits.Most} files can go with one message.");
        }

        var actor = caller.ActorId;
        var found = await db.Set<Attachment>()
            .Where(a => ids.Contains(a.Id) && a.ConversationId == conversationId && a.State == AttachmentState.Draft && a.UploadedBy == actor).ToDictionaryAsync(a => a.Id, ct);
        var files = ids.Distinct().Select(found.GetValueOrDefault).ToList();
        return files.Contains(null) || files.Count != ids.Count
            ? ([], "A file was sent already, removed, or never uploaded here. Attach it again.")
            : ([.. files.OfType<Attachment>()], files.OfType<Attachment>().Select(f => WhyNot(f, limits)).FirstOrDefault(why => why is not null));
    }

    internal void Attach(IReadOnlyList<Attachment> files, Guid? interactionId, Guid? noteId)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            (file.InteractionId, file.NoteId, file.Position) = (interactionId, noteId, (short)i);
            (file.State, file.DueAt) = (AttachmentState.Stored, time.GetUtcNow().UtcDateTime);
            file.Epoch++;
        }
    }

    private static string? WhyNot(Attachment file, FileLimits limits) =>
        file.Size > limits.LargestBytes ? $"{file.Name} is larger than {limits.LargestBytes / 1024:N0} KiB, the most that can be sent here."
        : TypeRules.Matches(limits.Types, file.Type ?? FileType.Unknown) ? null
        : $"{file.Name} cannot be sent here: only {string.Join(", ", limits.Types)}.";
}
