using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>How many messages fall into a cell, save what stands in the deltas still to be folded.</summary>
public sealed class Rollup : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required string Topic { get; init; }

    public required int Slot { get; init; }

    public required Guid ChannelId { get; init; }

    public required short Direction { get; init; }

    public required short Type { get; init; }

    public required short Sentiment { get; init; }

    public required int Messages { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Rollup>
    {
        public void Configure(EntityTypeBuilder<Rollup> builder)
        {
            builder.ToTable("rollups").HasKey(r => new { r.TenantId, r.Topic, r.Slot, r.ChannelId, r.Direction, r.Type, r.Sentiment });
            builder.HasIndex(r => new { r.TenantId, r.Slot });
            builder.Property(r => r.Topic).HasMaxLength(64);
        }
    }
}
