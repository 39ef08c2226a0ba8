using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>What changes with every message of a channel, in a narrow row of its own.</summary>
public sealed class ChannelActivity : ITenantOwned
{
    public Guid TenantId { get; init; }

    public Guid ChannelId { get; init; }

    public DateTime? LastMessageAt { get; set; }
}

internal sealed class ChannelActivityTable : IEntityTypeConfiguration<ChannelActivity>
{
    public void Configure(EntityTypeBuilder<ChannelActivity> builder)
    {
        builder.ToTable("channel_activity");
        builder.HasKey(a => new { a.TenantId, a.ChannelId });
    }
}
