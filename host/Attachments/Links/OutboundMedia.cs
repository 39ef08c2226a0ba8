using SocialCrm.Sdk;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// The files of a message that waits to be sent. What is stored names them; their addresses and handles are made anew for
/// each attempt, because they end.
/// </summary>
public sealed class OutboundMedia
{
    private readonly MediaLinks _links;

    internal OutboundMedia(MediaLinks links) => _links = links;

    /// <summary>A file as it is stored with the message.</summary>
    /// <param name="file">The file.</param>
    /// <param name="server">The address of this server.</param>
    public static OutboundAttachment Stored(Attachment file, string server) => new()
    {
        Name = file.Name,
        Type = file.Type ?? FileType.Unknown,
        Size = file.Size ?? 0,
        Handle = file.Id.ToString("N"),
        Url = server,
        UrlExpiresAt = DateTime.UnixEpoch,
    };

    /// <summary>The message as a channel gets it.</summary>
    public OutboundMessage Ready(OutboundMessage message, Guid tenantId, Guid channelId) => message.Attachments.Count == 0
        ? message
        : message with { Attachments = [.. message.Attachments.Select(a => Ready(a, tenantId, channelId))] };

    private OutboundAttachment Ready(OutboundAttachment stored, Guid tenantId, Guid channelId)
    {
        var id = Guid.ParseExact(stored.Handle, "N");
        var (token, until) = _links.Address(tenantId, id);
        return stored with { Handle = _links.Handle(tenantId, id, channelId), Url = $"{stored.Url}/media/{token}", UrlExpiresAt = until };
    }
}
