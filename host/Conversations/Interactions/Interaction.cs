using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>One message, in or out. On PostgreSQL partitioned by its id, which holds the time.</summary>
public sealed class Interaction : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid IdentityId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>The network's id; null for an outbound message that the network has not named.</summary>
    public string? ExternalId { get; set; }

    public long Revision { get; set; } = 1;

    public required MessageDirection Direction { get; init; }

    public required MessageKind Kind { get; set; }

    /// <summary>Null once the message was taken down.</summary>
    public string? Text { get; set; }

    public string? Url { get; set; }

    public bool IsPublic { get; set; }

    public string? InReplyTo { get; set; }

    public required DateTime OccurredAt { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? EditedAt { get; set; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>The person who wrote an outbound message.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The raw event that brought it, and the place in it.</summary>
    public Guid? RawEventId { get; set; }

    public int RawIndex { get; set; }

    /// <summary>How many files it has: most have none, and need not be asked after them.</summary>
    public short AttachmentCount { get; set; }

    public LabelColumns Labels { get; set; } = new();

    /// <summary>What the relationship needs to know of it.</summary>
    public Contact ToContact()
    {
        var labels = Labels.ToLabels();
        return new Contact
        {
            InteractionId = Id,
            ConversationId = ConversationId,
            At = OccurredAt,
            Kind = Kind.ToString().ToLowerInvariant(),
            IsOutbound = Direction == MessageDirection.Outbound,
            Sentiment = DeletedAt is null ? labels.Sentiment : null,
            IsQuestion = labels.IsQuestion,
            WantsAnswer = DeletedAt is null && labels.WantsAnswer,
        };
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Interaction>
    {
        public void Configure(EntityTypeBuilder<Interaction> builder)
        {
            builder.ToTable("interactions").HasKey(i => new { i.TenantId, i.Id });
            builder.HasIndex(i => new { i.TenantId, i.OccurredAt });
            builder.HasIndex(i => new { i.TenantId, i.ConversationId, i.OccurredAt });
            builder.HasIndex(i => new { i.TenantId, i.IdentityId, i.OccurredAt });
            builder.Property(i => i.Direction).HasConversion<short>();
            builder.Property(i => i.Kind).HasConversion<short>();
            builder.OwnsOne(i => i.Labels, ConfigureLabels);
            builder.Navigation(i => i.Labels).IsRequired();
        }

        private static void ConfigureLabels(OwnedNavigationBuilder<Interaction, LabelColumns> labels)
        {
            labels.Property(l => l.Type).HasColumnName("label_type");
            labels.Property(l => l.Asks).HasColumnName("label_asks");
            labels.Property(l => l.Complains).HasColumnName("label_complains");
            labels.Property(l => l.Praises).HasColumnName("label_praises");
            labels.Property(l => l.Sentiment).HasColumnName("label_sentiment");
            labels.Property(l => l.Action).HasColumnName("label_action");
            labels.Property(l => l.Urgency).HasColumnName("label_urgency");
            labels.Property(l => l.Language).HasColumnName("label_language");
            labels.Property(l => l.Topics).HasColumnName("label_topics");
            labels.Property(l => l.Details).HasColumnName("label_details");
            labels.Property(l => l.Pending).HasColumnName("labels_pending");
            labels.Property(l => l.ModelVersion).HasColumnName("model_version");
            labels.HasIndex(l => l.Pending).HasFilter("labels_pending").HasDatabaseName("ix_interactions_labels_pending");
        }
    }
}
