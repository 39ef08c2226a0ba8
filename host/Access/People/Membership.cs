using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.People;

/// <summary>A person's place in a tenant. It stays when they leave, so that what they wrote keeps their name.</summary>
public sealed class Membership : ITenantOwned
{
    public Guid TenantId { get; init; }

    public Guid UserId { get; init; }

    public Role Role { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? RemovedAt { get; set; }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(m => new { m.TenantId, m.UserId });
        builder.Property(m => m.Role).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(m => m.UserId);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(m => m.TenantId);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
    }
}
