using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Conversations;

/// <summary>What a message said before it was edited.</summary>
public sealed class InteractionRevision : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid InteractionId { get; init; }

    public required long Revision { get; init; }

    public string? Text { get; init; }

    public required DateTime ReplacedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<InteractionRevision>
    {
        public void Configure(EntityTypeBuilder<InteractionRevision> builder) =>
            builder.ToTable("interaction_revisions").HasKey(r => new { r.TenantId, r.InteractionId, r.Revision });
    }
}
