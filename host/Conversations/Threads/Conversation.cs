using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>The messages of one thread with one identity, and who takes care of them.</summary>
public sealed class Conversation : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid IdentityId { get; init; }

    /// <summary>The network's thread; null where messages come without one.</summary>
    public string? ThreadKey { get; init; }

    public ConversationStatus Status { get; set; }

    public Guid? AssigneeId { get; set; }

    public Guid? TeamId { get; set; }

    public ConversationPriority Priority { get; set; }

    public string[] Tags { get; set; } = [];

    public bool IsPublic { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ResolvedAt { get; set; }

    /// <summary>When it wakes by itself; only while it is snoozed.</summary>
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>What it becomes when it is no longer set aside; only while it is.</summary>
    public ConversationStatus? StatusBefore { get; set; }

    public long Version { get; set; } = 1;

    /// <summary>The message that opened or reopened it, while its labels are still to come and nobody has given it to anybody.</summary>
    public Guid? AwaitsRouting { get; set; }

    /// <summary>Takes a status, and with it what belongs to that one alone.</summary>
    public void Become(ConversationStatus status, DateTime now, DateTime? until = null)
    {
        if (status != Status || status == ConversationStatus.Snoozed)
        {
            StatusBefore = status == ConversationStatus.Spam ? Lasting(Status) : null;
            SnoozedUntil = status == ConversationStatus.Snoozed ? until : null;
            ResolvedAt = status switch { ConversationStatus.Resolved => now, ConversationStatus.Spam => ResolvedAt, _ => null };
            Status = status;
        }
    }

    /// <summary>Back from being set aside, as it was before or as messages have made it meanwhile.</summary>
    public void Return()
    {
        (Status, StatusBefore) = (StatusBefore ?? ConversationStatus.Open, null);
        ResolvedAt = Status == ConversationStatus.Resolved ? ResolvedAt : null;
    }

    /// <summary>What a status is when its conversation comes back: a nap is not taken up again.</summary>
    internal static ConversationStatus Lasting(ConversationStatus status) =>
        status == ConversationStatus.Snoozed ? ConversationStatus.Open : status;

    internal sealed class Configuration : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("conversations").HasKey(c => new { c.TenantId, c.Id });
            builder.HasIndex(c => new { c.TenantId, c.IdentityId });
            builder.HasIndex(c => new { c.TenantId, c.Status });
            builder.HasIndex(c => c.SnoozedUntil).HasFilter("snoozed_until IS NOT NULL");
            builder.HasIndex(c => new { c.TenantId, c.AssigneeId }).HasFilter("assignee_id IS NOT NULL");
            builder.HasIndex(c => new { c.TenantId, c.ChannelId, c.ThreadKey });
            builder.Property(c => c.Status).HasConversion<short>();
            builder.Property(c => c.StatusBefore).HasConversion<short?>();
            builder.Property(c => c.Priority).HasConversion<short>();
            builder.Property(c => c.ThreadKey).HasMaxLength(512);
            builder.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}
