using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>
/// What the cells of one day of a time zone sum to, by one of their values: years by day or week are read from these. Kept by the
/// transaction that folds the cells.
/// </summary>
public sealed class DayCount : ITenantOwned
{
    public required Guid TenantId { get; init; }

    /// <summary>Whose days these are, by IANA name.</summary>
    public required string Zone { get; init; }

    public required short Measure { get; init; }

    public required string Topic { get; init; }

    /// <summary>Days since 1970 in the zone.</summary>
    public required int Day { get; init; }

    public required Guid ChannelId { get; init; }

    public required short Value { get; init; }

    public required int Amount { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DayCount>
    {
        public void Configure(EntityTypeBuilder<DayCount> builder)
        {
            builder.ToTable("day_counts").HasKey(d => new { d.TenantId, d.Zone, d.Measure, d.Topic, d.Day, d.ChannelId, d.Value });

            // All topics of some days, which the key has by topic first.
            builder.HasIndex(d => new { d.TenantId, d.Zone, d.Measure, d.Value, d.Day, d.Topic, d.ChannelId, d.Amount });
            builder.Property(d => d.Zone).HasMaxLength(CountedZone.NameLength);
            builder.Property(d => d.Topic).HasMaxLength(64);
        }
    }
}
