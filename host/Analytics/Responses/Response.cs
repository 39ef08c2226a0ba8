using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>An answer of ours to what a customer wrote, and how long the customer waited for it.</summary>
public sealed class Response : ITenantOwned
{
    public required Guid TenantId { get; init; }

    /// <summary>The message that answered.</summary>
    public required Guid InteractionId { get; init; }

    public required Guid ConversationId { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>When it was answered, as counters count time.</summary>
    public required int Slot { get; init; }

    /// <summary>From the first message that was not answered yet to the answer.</summary>
    public required long Seconds { get; init; }

    public required DateTime At { get; init; }

    /// <summary>True for the first answer since the customer began, or came back after it was resolved.</summary>
    public required bool IsFirst { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Response>
    {
        public void Configure(EntityTypeBuilder<Response> builder)
        {
            builder.ToTable("responses").HasKey(r => new { r.TenantId, r.InteractionId });
            builder.HasIndex(r => new { r.TenantId, r.ConversationId });
            builder.HasIndex(r => new { r.TenantId, r.Slot, r.IsFirst, r.ChannelId, r.Seconds });
        }
    }
}
