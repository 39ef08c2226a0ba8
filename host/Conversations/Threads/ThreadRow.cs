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

    public Guid? TeamId { get; set; }

    public Guid? AssigneeId { get; set; }

    public ConversationPriority Priority { get; set; }

    public string[] Tags { get; set; } = [];

    /// <summary>What rules did, and why, for its timeline.</summary>
    public List<(string Rule, string What)> RuleEvents { get; } = [];

    /// <summary>True from when this batch opened or reopened it.</summary>
    public bool Entered { get; set; }

    /// <summary>The message that opened or reopened it and whose labels are still to come.</summary>
    public Guid? AwaitsRouting { get; set; }

    public bool RoutingChanged { get; set; }

    public bool IsPublic { get; init; }

    public DateTime OpenedAt { get; init; }

    public DateTime? ResolvedAt { get; set; }

    public DateTime? SnoozedUntil { get; set; }

    public ConversationStatus? StatusBefore { get; set; }

    /// <summary>The rule by which this batch set it aside; null when none did.</summary>
    public string? SetAsideBy { get; set; }

    /// <summary>The time of the message that was the noise, where nobody had seen the conversation open before; else null.</summary>
    public DateTime? SetAsideAt { get; set; }

    public long Version { get; init; }

    public required ConversationActivity Activity { get; init; }

    public bool IsNew { get; init; }

    public bool StatusChanged { get; set; }

    public bool ActivityChanged { get; set; }

    /// <summary>Who had it before it was routed again.</summary>
    public Guid? HadBy { get; private set; }

    /// <summary>As if it had just begun, before any rule was tried on it.</summary>
    public void Forget(Guid? team) =>
        (HadBy, TeamId, AssigneeId, Priority, Tags) = (AssigneeId, team, null, ConversationPriority.Normal, []);

    /// <summary>It is ours to answer, whatever it was before.</summary>
    public void Open() => (Status, ResolvedAt, SnoozedUntil, StatusBefore, StatusChanged) = (ConversationStatus.Open, null, null, null, true);

    /// <summary>Nobody is troubled with it until it comes back, and then as <paramref name="back"/>.</summary>
    public void SetAside(ConversationStatus back) =>
        (Status, StatusBefore, SnoozedUntil, StatusChanged) = (ConversationStatus.Spam, Conversation.Lasting(back), null, true);

    internal const string Columns =
        "c.id, c.channel_id, c.identity_id, c.thread_key, c.status, c.team_id, c.resolved_at, c.version, "
        + "a.last_activity_at, a.last_interaction_id, a.last_inbound_at, a.last_inbound_id, a.last_outbound_at, a.message_count, c.assignee_id, c.priority, c.tags, c.snoozed_until, c.status_before, c.awaits_routing";

    internal static ThreadRow Read(Guid tenantId, DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ChannelId = row.GetGuid(1),
        IdentityId = row.GetGuid(2),
        ThreadKey = row.Text(3),
        Status = (ConversationStatus)row.GetInt16(4),
        TeamId = row.Id(5),
        ResolvedAt = row.OptionalTime(6),
        AssigneeId = row.Id(14),
        Priority = (ConversationPriority)row.GetInt16(15),
        Tags = row.Texts(16),
        SnoozedUntil = row.OptionalTime(17),
        StatusBefore = (ConversationStatus?)row.Small(18),
        AwaitsRouting = row.Id(19),
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
