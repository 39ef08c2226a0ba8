using SocialCrm.Host.Attachments;

namespace SocialCrm.Host.Conversations;

/// <summary>A remark for colleagues, never sent to the customer.</summary>
/// <param name="Id">The note's id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Attachments">The files that go with it.</param>
public sealed record NoteView(Guid Id, string Text, NoteAuthor Author, DateTime At, IReadOnlyList<AttachmentView> Attachments);

/// <param name="Id">The person; null for an API key.</param>
/// <param name="Name">The person's or the key's name.</param>
public sealed record NoteAuthor(Guid? Id, string Name);
