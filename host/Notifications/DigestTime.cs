using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Notifications;

/// <summary>When a tenant's people get their next daily e-mail.</summary>
public sealed class DigestTime : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required DateTime DueAt { get; init; }

    internal static readonly SqlTable<DigestTime> Table = new(
        "notification_digests",
        new("tenant_id", SqlType.Uuid, d => d.TenantId, IsKey: true),
        new("due_at", SqlType.Timestamp, d => d.DueAt));

    internal sealed class Configuration : IEntityTypeConfiguration<DigestTime>
    {
        public void Configure(EntityTypeBuilder<DigestTime> builder)
        {
            builder.ToTable("notification_digests").HasKey(d => d.TenantId);
            builder.Property(d => d.TenantId).ValueGeneratedNever();
        }
    }
}
