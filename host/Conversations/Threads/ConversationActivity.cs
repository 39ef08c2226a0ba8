using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>What every message changes of a conversation, in a narrow table of its own.</summary>
public sealed class ConversationActivity : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ConversationId { get; init; }

    public DateTime LastActivityAt { get; set; }

    public Guid LastInteractionId { get; set; }

    public DateTime? LastInboundAt { get; set; }

    public Guid? LastInboundId { get; set; }

    public DateTime? LastOutboundAt { get; set; }

    public int MessageCount { get; set; }

    /// <summary>
    /// The conversation's, kept by the database whenever that one changes (a trigger): with it here, one index has the conversations
    /// of a status in the order of their messages.
    /// </summary>
    public ConversationStatus Status { get; init; }

    /// <summary>Counts a message in; the order in which messages come does not matter.</summary>
    public void Add(Guid interactionId, DateTime at, bool outbound)
    {
        MessageCount++;
        if (MessageCount == 1 || IsLater(at, interactionId, LastActivityAt, LastInteractionId))
        {
            (LastActivityAt, LastInteractionId) = (at, interactionId);
        }

        if (outbound)
        {
            LastOutboundAt = LastOutboundAt is { } last && last > at ? last : at;
        }
        else if (LastInboundAt is not { } inbound || IsLater(at, interactionId, inbound, LastInboundId!.Value))
        {
            (LastInboundAt, LastInboundId) = (at, interactionId);
        }
    }

    private static bool IsLater(DateTime at, Guid id, DateTime lastAt, Guid lastId) =>
        at > lastAt || (at == lastAt && id.CompareTo(lastId) > 0);

    internal sealed class Configuration : IEntityTypeConfiguration<ConversationActivity>
    {
        public void Configure(EntityTypeBuilder<ConversationActivity> builder)
        {
            builder.ToTable("conversation_activity").HasKey(a => new { a.TenantId, a.ConversationId });
            builder.HasIndex(a => new { a.TenantId, a.Status, a.LastActivityAt, a.ConversationId });
            builder.Property(a => a.Status).HasConversion<short>();
        }
    }
}
