using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>A time zone whose days are counted for a tenant. The one of no tenant is the lock between adding a zone and folding.</summary>
public sealed class CountedZone : ITenantOwned
{
    public const int NameLength = 64;

    public required Guid TenantId { get; init; }

    public required string Zone { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<CountedZone>
    {
        public void Configure(EntityTypeBuilder<CountedZone> builder)
        {
            builder.ToTable("counted_zones").HasKey(z => new { z.TenantId, z.Zone });
            builder.Property(z => z.Zone).HasMaxLength(NameLength);
            builder.HasData(new CountedZone { TenantId = Guid.Empty, Zone = "" });
        }
    }
}
