namespace SocialCrm.Host.Attachments;

/// <summary>Content that lies in the store and is not referred to yet.</summary>
/// <param name="FileId">Under what it lies.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
/// <param name="Type">What the content shows itself to be.</param>
/// <param name="Image">The dimensions, of an image that can be shown.</param>
internal sealed record StoredContent(Guid FileId, long Size, string Hash, string Type, (int Width, int Height)? Image);
