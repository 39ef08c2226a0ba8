using SocialCrm.Host.Access;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>Where a message goes that could not be applied, so that those behind it can go on.</summary>
internal sealed class DeadLetterBox(ICrmDatabase database, TimeProvider time)
{
    private const int MostOfError = 2000;

    /// <summary>Moves the lane past the message and keeps the message, in one transaction. Gives those who are told.</summary>
    public async Task<IReadOnlyList<Guid>> BuryAsync(LaneHead head, PendingMessage message, Exception error, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var session = await database.WriteAsync(ct);
        var claimed = await LaneClaim.ClaimAsync(session, [head], ct);
        if (claimed.Count == 0)
        {
            return [];
        }

        await session.InsertAsync(Table(head.Key.TenantId, Reason(error), now), [message], OnConflict.Fail, ct);
        await ImportTally.FailAsync(session, head.Key.TenantId, message, Reason(error), time, ct);
        await LaneClaim.AdvanceAsync(session, claimed, now, ct);
        // One for all of them, until it is read.
        var notice = new Notice(NotificationKind.DeadLetters, Guid.Empty, await ActivePeople.WhoMayAsync(session, head.Key.TenantId, Permissions.ManageDeadLetters, ct));
        var told = await NoticeWriter.WriteAsync(session, head.Key.TenantId, [notice], time, ct);
        await session.CommitAsync(ct);
        return told;
    }

    private static string Reason(Exception error)
    {
        var text = error is UnplacedMessageException ? error.Message : $"{error.GetType().Name}: {error.Message}";
        return text.Length > MostOfError ? text[..MostOfError] : text;
    }

    private static SqlTable<PendingMessage> Table(Guid tenantId, string reason, DateTimeOffset now) => new(
        "dead_letters",
        new("tenant_id", SqlType.Uuid, _ => tenantId),
        new("id", SqlType.Uuid, _ => Guid.CreateVersion7(now)),
        new("channel_id", SqlType.Uuid, m => m.ChannelId),
        new("external_id", SqlType.Text, m => m.Message?.ExternalId ?? ""),
        new("class", SqlType.SmallInt, m => (short)m.Lane.Class),
        new("bucket", SqlType.SmallInt, m => m.Lane.Bucket),
        new("raw_event_id", SqlType.Uuid, m => m.RawEventId),
        new("raw_index", SqlType.Integer, m => m.RawIndex),
        new("payload", SqlType.Text, m => m.Payload),
        new("error", SqlType.Text, _ => reason),
        new("attempts", SqlType.Integer, m => m.Attempts + 1),
        new("received_at", SqlType.Timestamp, m => m.ReceivedAt),
        new("failed_at", SqlType.Timestamp, _ => now.UtcDateTime));
}
