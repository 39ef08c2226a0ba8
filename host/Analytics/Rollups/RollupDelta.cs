using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>A change of a cell's count, appended by the transaction that changed the messages and folded later.</summary>
public sealed class RollupDelta : ITenantOwned
{
    public long Id { get; init; }

    public required Guid TenantId { get; init; }

    public required string Topic { get; init; }

    public required int Slot { get; init; }

    public required Guid ChannelId { get; init; }

    public required short Direction { get; init; }

    public required short Type { get; init; }

    public required short Sentiment { get; init; }

    /// <summary>Below zero where messages left the cell.</summary>
    public required int Messages { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RollupDelta>
    {
        public void Configure(EntityTypeBuilder<RollupDelta> builder)
        {
            builder.ToTable("rollup_deltas").HasKey(d => d.Id);
            builder.Property(d => d.Topic).HasMaxLength(64);
        }
    }
}
