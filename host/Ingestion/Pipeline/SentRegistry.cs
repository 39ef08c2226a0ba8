using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Makes what was sent from here known by the network's id, so that its echo is recognised and changes nothing.</summary>
public static class SentRegistry
{
    private const int LongestId = 512;

    /// <summary>Adds to the context; the caller saves. An echo that came first has entered it already.</summary>
    public static async Task NoteAsync(CrmDbContext db, Guid tenantId, Guid channelId, Guid interactionId, string? externalId, DateTime at)
    {
        if (externalId is { Length: > 0 and <= LongestId }
            && !await db.Set<RegisteredMessage>().AnyAsync(m => m.ChannelId == channelId && m.ExternalId == externalId))
        {
            db.Add(new RegisteredMessage
            {
                TenantId = tenantId,
                ChannelId = channelId,
                ExternalId = externalId,
                InteractionId = interactionId,
                Revision = 1,
                Bucket = KnownMessage.UnknownAuthor,
                SeenAt = at,
            });
        }
    }
}
