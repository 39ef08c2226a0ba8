namespace SocialCrm.Host.Attachments;

/// <summary>Opens files for the plugin of a channel, by the handles that came with a message.</summary>
public sealed class MediaHandles
{
    private readonly MediaLinks _links;
    private readonly AttachmentContents _contents;

    internal MediaHandles(MediaLinks links, AttachmentContents contents) => (_links, _contents) = (links, contents);

    /// <exception cref="IOException">There is none for this channel, or the handle is too old.</exception>
    public async ValueTask<Stream> OpenAsync(Guid tenantId, Guid channelId, string handle, CancellationToken ct) =>
        _links.ReadHandle(handle, channelId) is { } file && file.TenantId == tenantId
        && await _contents.FindAsync(tenantId, file.Id, ct) is { } found
        && await _contents.OpenAsync(found, ct) is { } stream
            ? stream
            : throw new IOException("There is no such file for this channel, or its handle is too old.");
}
