using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>Something that happened to a conversation and stands in its timeline.</summary>
public sealed class ConversationEvent : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required ConversationEventKind Kind { get; init; }

    /// <summary>The person who did it; null for the system or an API key.</summary>
    public Guid? ActorId { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ConversationEvent>
    {
        public void Configure(EntityTypeBuilder<ConversationEvent> builder)
        {
            builder.ToTable("conversation_events").HasKey(e => new { e.TenantId, e.Id });
            builder.HasIndex(e => new { e.TenantId, e.ConversationId, e.At });
            builder.Property(e => e.Kind).HasConversion<short>();
            builder.Property(e => e.From).HasMaxLength(256).HasColumnName("from_value");
            builder.Property(e => e.To).HasMaxLength(1_000).HasColumnName("to_value");
        }
    }
}
