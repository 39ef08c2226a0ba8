using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>By how much the number of open conversations rose or fell in a slot, save what stands in the deltas still to be folded.</summary>
public sealed class OpenCount : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required int Slot { get; init; }

    public required Guid ChannelId { get; init; }

    public required bool Ours { get; init; }

    public required int Conversations { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OpenCount>
    {
        public void Configure(EntityTypeBuilder<OpenCount> builder) =>
            builder.ToTable("open_counts").HasKey(c => new { c.TenantId, c.Slot, c.ChannelId, c.Ours });
    }
}
