using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// Something that a system is to be told, written by the transaction that caused it. It names what happened to whom; what is
/// said is made when it is handed over, from what is true then.
/// </summary>
public sealed class RecordDelivery : ITenantOwned
{
    public const int AnswerLength = 2_000;
    public const int RequestLength = 65_536;

    /// <summary>The order in which things happened; given by the database.</summary>
    public long Seq { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid SystemId { get; init; }

    /// <summary>Within what the order is kept.</summary>
    public required Guid CustomerId { get; init; }

    public required RecordEventKind Kind { get; init; }

    /// <summary>The message; null for what is about the customer.</summary>
    public Guid? InteractionId { get; init; }

    /// <summary>True for what is told because a person asked that all customers be sent: it goes after all that happens.</summary>
    public bool OfAll { get; init; }

    public RecordDeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is next to be handed over; while it is on its way, when that counts as given up.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>Raised by each claim; a holder that lost its lease finds another number and writes nothing.</summary>
    public long Fence { get; set; }

    public string? Reason { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }

    /// <summary>The body of the last attempt.</summary>
    public string? Request { get; set; }

    public int? AnswerStatus { get; set; }

    public string? Answer { get; set; }

    /// <summary>The last attempts as a JSON array of <see cref="RecordAttempt"/>.</summary>
    public string? History { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordDelivery>
    {
        public void Configure(EntityTypeBuilder<RecordDelivery> builder)
        {
            builder.ToTable("record_deliveries").HasKey(d => d.Seq);
            builder.HasIndex(d => new { d.TenantId, d.Id }).IsUnique();
            builder.HasIndex(d => new { d.TenantId, d.SystemId, d.Id });

            // What waits, and what went wrong, are few among many that were sent: each has a small index of its own.
            builder.HasIndex(d => new { d.TenantId, d.SystemId, d.OfAll, d.DueAt }).HasFilter("state < 2").HasDatabaseName("ix_record_deliveries_due");
            builder.HasIndex(d => new { d.TenantId, d.SystemId, d.CustomerId, d.Seq }).HasFilter("state < 2").HasDatabaseName("ix_record_deliveries_order");
            builder.HasIndex(d => new { d.TenantId, d.SystemId, d.State, d.Id }).HasFilter("state > 2").HasDatabaseName("ix_record_deliveries_failed");
            builder.Property(d => d.OfAll).HasDefaultValue(false);
            builder.Property(d => d.Kind).HasConversion<short>();
            builder.Property(d => d.State).HasConversion<short>();
            builder.Property(d => d.Reason).HasMaxLength(RecordFlow.ReasonLength);
            builder.Property(d => d.Answer).HasMaxLength(AnswerLength);
            builder.Property(d => d.Fence).IsConcurrencyToken();
        }
    }
}
