using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>The one row of a system that is pulled from; it is handed out and advanced like that of a polled channel.</summary>
public sealed class RecordPull : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid SystemId { get; init; }

    public required DateTime DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public long Epoch { get; set; }

    public string? Cursor { get; set; }

    public DateTime? CursorAt { get; set; }

    public int Failures { get; set; }

    public DateTime? LastPollAt { get; set; }

    public DateTime? LastSuccessAt { get; set; }

    public string? LastError { get; set; }

    public string? Notice { get; set; }

    public DateTime? BackoffUntil { get; set; }

    public DateTime? StoppedAt { get; set; }

    public DateTime? AskedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordPull>
    {
        public void Configure(EntityTypeBuilder<RecordPull> builder)
        {
            builder.ToTable("record_pulls").HasKey(p => new { p.TenantId, p.SystemId });
            builder.HasIndex(p => p.DueAt);
            builder.Property(p => p.LeaseOwner).HasMaxLength(64);
            builder.Property(p => p.LastError).HasMaxLength(RecordFlow.ReasonLength);
            builder.Property(p => p.Notice).HasMaxLength(RecordFlow.ReasonLength);
        }
    }
}
