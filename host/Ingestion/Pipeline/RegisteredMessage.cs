using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>What decides whether an event is new: one entry for each (tenant, channel, external id).</summary>
public sealed class RegisteredMessage : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ChannelId { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>Null while only its deletion is known.</summary>
    public Guid? InteractionId { get; set; }

    /// <summary>The highest revision applied.</summary>
    public required long Revision { get; set; }

    /// <summary>True once it was taken down: nothing later or late brings it back.</summary>
    public bool Tombstone { get; set; }

    /// <summary>The bucket of its author's lane; -1 while the author is not known.</summary>
    public required short Bucket { get; set; }

    public required DateTime SeenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RegisteredMessage>
    {
        public void Configure(EntityTypeBuilder<RegisteredMessage> builder)
        {
            builder.ToTable("message_registry").HasKey(m => new { m.TenantId, m.ChannelId, m.ExternalId });
            builder.Property(m => m.ExternalId).HasMaxLength(512);
        }
    }
}
