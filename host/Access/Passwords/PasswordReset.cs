using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>A link with which a person sets a new password, once. Of a user, who is above tenants.</summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used or replaced by a newer one.</summary>
    public DateTime? ClosedAt { get; set; }

    public bool IsOpen(DateTime now) => ClosedAt is null && ExpiresAt > now;
}

internal sealed class PasswordResetTable : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ClosedAt).IsConcurrencyToken(); // Two at once: one of them was first.
        builder.HasIndex(r => r.Hash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(r => r.UserId);
    }
}
