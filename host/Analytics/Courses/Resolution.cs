using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>An episode of a conversation that somebody resolved.</summary>
public sealed class Resolution : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Number { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>When it was resolved, as counters count time.</summary>
    public required int Slot { get; init; }

    /// <summary>When the customer began it.</summary>
    public required DateTime Since { get; init; }

    public required DateTime At { get; init; }

    public required long Seconds { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Resolution>
    {
        public void Configure(EntityTypeBuilder<Resolution> builder)
        {
            builder.ToTable("resolutions").HasKey(r => new { r.TenantId, r.ConversationId, r.Number });
            builder.HasIndex(r => new { r.TenantId, r.Slot, r.ChannelId, r.Seconds });
        }
    }
}
