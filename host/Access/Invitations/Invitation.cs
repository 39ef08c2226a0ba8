using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Invitations;

/// <summary>A link with which somebody becomes a member, once.</summary>
public sealed class Invitation : ITenantOwned
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required string Email { get; init; }

    /// <summary>What the inviter calls them; they may change it.</summary>
    public string? Name { get; init; }

    public required Role Role { get; init; }

    public required byte[] Hash { get; init; }

    public required string InvitedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was accepted, withdrawn or replaced by a newer one.</summary>
    public DateTime? ClosedAt { get; set; }

    public bool IsOpen(DateTime now) => ClosedAt is null && ExpiresAt > now;
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations").HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.Name).HasMaxLength(100);
        builder.Property(i => i.InvitedBy).HasMaxLength(100);
        builder.Property(i => i.Role).HasConversion<string>().HasMaxLength(16);
        builder.Property(i => i.ClosedAt).IsConcurrencyToken(); // Two at once: one of them was first.
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(i => i.TenantId);
    }
}
