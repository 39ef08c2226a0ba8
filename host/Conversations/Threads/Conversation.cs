using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>The messages of one thread with one identity, and who takes care of them.</summary>
public sealed class Conversation : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid IdentityId { get; init; }

    /// <summary>The network's thread; null where messages come without one.</summary>
    public string? ThreadKey { get; init; }

    public ConversationStatus Status { get; set; }

    public Guid? AssigneeId { get; set; }

    public Guid? TeamId { get; set; }

    public bool IsPublic { get; init; }

    public required DateTime OpenedAt { get; init; }

    public DateTime? ResolvedAt { get; set; }

    public long Version { get; set; } = 1;

    internal sealed class Configuration : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("conversations").HasKey(c => new { c.TenantId, c.Id });
            builder.HasIndex(c => new { c.TenantId, c.IdentityId });
            builder.HasIndex(c => new { c.TenantId, c.Status });
            builder.Property(c => c.Status).HasConversion<short>();
            builder.Property(c => c.ThreadKey).HasMaxLength(512);
            builder.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}
