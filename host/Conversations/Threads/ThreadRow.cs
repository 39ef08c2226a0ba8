using System.Data.Common;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>A conversation and its activity while a batch works on them.</summary>
public sealed class ThreadRow
{
    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid IdentityId { get; init; }

    public string? ThreadKey { get; init; }

    public ConversationStatus Status { get; set; }

    public Guid? TeamId { get; init; }

    public bool IsPublic { get; init; }

    public DateTime OpenedAt { get; init; }

    public DateTime? ResolvedAt { get; set; }

    public long Version { get; init; }

    public required ConversationActivity Activity { get; init; }

    public bool IsNew { get; init; }

    public bool StatusChanged { get; set; }

    public bool ActivityChanged { get; set; }

    internal const string Columns =
        "c.id, c.channel_id, c.identity_id, c.thread_key, c.status, c.team_id, c.resolved_at, c.version, "
        + "a.last_activity_at, a.last_interaction_id, a.last_inbound_at, a.last_inbound_id, a.last_outbound_at, a.message_count";

    internal static ThreadRow Read(Guid tenantId, DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ChannelId = row.GetGuid(1),
        IdentityId = row.GetGuid(2),
        ThreadKey = row.Text(3),
        Status = (ConversationStatus)row.GetInt16(4),
        TeamId = row.Id(5),
        ResolvedAt = row.OptionalTime(6),
        Version = row.GetInt64(7),
        Activity = new ConversationActivity
        {
            TenantId = tenantId,
            ConversationId = row.GetGuid(0),
            LastActivityAt = row.Time(8),
            LastInteractionId = row.GetGuid(9),
            LastInboundAt = row.OptionalTime(10),
            LastInboundId = row.Id(11),
            LastOutboundAt = row.OptionalTime(12),
            MessageCount = row.GetInt32(13),
        },
    };
}
