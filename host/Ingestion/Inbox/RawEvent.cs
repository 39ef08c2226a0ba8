using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A request as it came, kept before it is acknowledged.</summary>
public sealed class RawEvent : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public string? ContentType { get; init; }

    public required byte[] Body { get; init; }

    public required DateTime ReceivedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<RawEvent>
    {
        public void Configure(EntityTypeBuilder<RawEvent> builder)
        {
            builder.ToTable("raw_events").HasKey(r => new { r.TenantId, r.Id });
            builder.Property(r => r.ContentType).HasMaxLength(256);
        }
    }
}
