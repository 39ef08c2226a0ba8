using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// A record in a system and the customer it is about. The customer is the one that the accounts belonged to before any merge:
/// whose link it is now follows from the merges in force, so that merging and undoing it touch no link.
/// </summary>
public sealed class RecordLink : ITenantOwned
{
    public const int RecordIdLength = 256;

    public required Guid TenantId { get; init; }

    public required Guid SystemId { get; init; }

    public required string RecordId { get; init; }

    public required Guid CustomerId { get; set; }

    public string? Url { get; set; }

    public string? Owner { get; set; }

    public string? Tier { get; set; }

    /// <summary>Further fields as a JSON object of texts.</summary>
    public string Fields { get; set; } = "{}";

    /// <summary>When the system says it was so.</summary>
    public required DateTime AsOf { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordLink>
    {
        public void Configure(EntityTypeBuilder<RecordLink> builder)
        {
            builder.ToTable("record_links").HasKey(l => new { l.TenantId, l.SystemId, l.RecordId });
            builder.HasIndex(l => new { l.TenantId, l.CustomerId });
            builder.HasIndex(l => new { l.TenantId, l.Tier }).HasFilter("tier IS NOT NULL");
            builder.Property(l => l.RecordId).HasMaxLength(RecordIdLength);
            builder.Property(l => l.Url).HasMaxLength(2048);
            builder.Property(l => l.Owner).HasMaxLength(200);
            builder.Property(l => l.Tier).HasMaxLength(100);
        }
    }
}
