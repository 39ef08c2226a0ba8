using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Customers;

/// <summary>
/// Whose an identity was before any merge. There is a row for each identity that ever moved, and it stays: whose the
/// identity is now follows from its home and the merges in force, in whatever order they are undone.
/// </summary>
public sealed class MovedIdentity : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid IdentityId { get; init; }

    public required Guid HomeId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<MovedIdentity>
    {
        public void Configure(EntityTypeBuilder<MovedIdentity> builder)
        {
            builder.ToTable("moved_identities").HasKey(m => new { m.TenantId, m.IdentityId });
            builder.HasIndex(m => new { m.TenantId, m.HomeId });
        }
    }
}
