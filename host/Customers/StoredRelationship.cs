using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>The state of the relationship with one identity, saved with a version: one writer at a time.</summary>
public sealed class StoredRelationship : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid IdentityId { get; init; }

    /// <summary>A <see cref="Relationship"/> as JSON.</summary>
    public required string State { get; set; }

    public required DateTime LastContactAt { get; set; }

    public required long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredRelationship>
    {
        public void Configure(EntityTypeBuilder<StoredRelationship> builder)
        {
            builder.ToTable("relationships").HasKey(r => new { r.TenantId, r.IdentityId });
            builder.HasIndex(r => new { r.TenantId, r.LastContactAt, r.IdentityId });
            builder.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}
