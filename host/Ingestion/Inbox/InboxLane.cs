using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A lane: its row is the lock under which its messages are applied. Writers register it and never change it.</summary>
public sealed class InboxLane : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required LaneClass Class { get; init; }

    public required short Bucket { get; init; }

    /// <summary>Everything up to this inbox id has been applied; what lies behind is swept.</summary>
    public long LowWater { get; set; }

    /// <summary>A clock in milliseconds that runs ahead with the service received, so that a flood waits behind itself.</summary>
    public long Served { get; set; }

    /// <summary>Until when a lane whose head failed is left alone.</summary>
    public DateTime? BlockedUntil { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<InboxLane>
    {
        public void Configure(EntityTypeBuilder<InboxLane> builder)
        {
            builder.ToTable("inbox_lanes").HasKey(l => new { l.TenantId, l.Class, l.Bucket });
            builder.Property(l => l.Class).HasConversion<short>();
        }
    }
}
