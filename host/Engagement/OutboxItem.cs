using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Engagement;

/// <summary>An effect on the outside world, written by the transaction that caused it and delivered after.</summary>
public sealed class OutboxItem : ITenantOwned
{
    /// <summary>Also the order within a target.</summary>
    public long Id { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>Within what the order is kept: the conversation.</summary>
    public required Guid TargetId { get; init; }

    public required Guid InteractionId { get; init; }

    /// <summary>An <see cref="Sdk.OutboundMessage"/> as JSON.</summary>
    public required string Payload { get; init; }

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    /// <summary>Raised by each claim; a holder that lost its lease finds another number and writes nothing.</summary>
    public long Fence { get; set; }

    public string? Reason { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxItem>
    {
        public void Configure(EntityTypeBuilder<OutboxItem> builder)
        {
            builder.ToTable("outbox").HasKey(o => o.Id);
            builder.HasIndex(o => new { o.TenantId, o.InteractionId }).IsUnique();
            builder.HasIndex(o => new { o.TenantId, o.TargetId, o.Id });
            builder.HasIndex(o => new { o.State, o.DueAt });
            builder.Property(o => o.State).HasConversion<short>();
            builder.Property(o => o.Reason).HasMaxLength(1000);
            builder.Property(o => o.Fence).IsConcurrencyToken();
        }
    }
}
