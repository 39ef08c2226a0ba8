using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Analytics;

/// <summary>A change of a slot's count, appended with the spans that it follows from and folded later.</summary>
public sealed class OpenDelta : ITenantOwned
{
    public long Id { get; init; }

    public required Guid TenantId { get; init; }

    public required int Slot { get; init; }

    public required Guid ChannelId { get; init; }

    public required bool Ours { get; init; }

    public required int Conversations { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<OpenDelta>
    {
        public void Configure(EntityTypeBuilder<OpenDelta> builder) => builder.ToTable("open_deltas").HasKey(d => d.Id);
    }
}
