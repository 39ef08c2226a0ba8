using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>An accepted message that waits in its lane. The id, given by the database, is the order.</summary>
public sealed class InboxItem : ITenantOwned
{
    public long Id { get; init; }

    public required Guid TenantId { get; init; }

    public required LaneClass Class { get; init; }

    public required short Bucket { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid RawEventId { get; init; }

    public required int RawIndex { get; init; }

    /// <summary>An <see cref="InboundMessage"/> as JSON.</summary>
    public required string Payload { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>The import that brought it, which counts what becomes of it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>How often it was retried from the dead letters.</summary>
    public int Attempts { get; init; }

    /// <summary>A message that just came, in its author's lane.</summary>
    public static InboxItem Live(ConfiguredChannel channel, RawEvent raw, int index, InboundMessage message) => new()
    {
        TenantId = channel.TenantId,
        Class = LaneClass.Live,
        Bucket = LaneKey.FirstBucketOf(channel.IdentityScope, message),
        ChannelId = channel.Id,
        RawEventId = raw.Id,
        RawIndex = index,
        Payload = IngestionJson.Write(message),
        ReceivedAt = raw.ReceivedAt,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<InboxItem>
    {
        public void Configure(EntityTypeBuilder<InboxItem> builder)
        {
            builder.ToTable("inbox").HasKey(i => i.Id);
            builder.HasIndex(i => new { i.TenantId, i.Class, i.Bucket, i.Id });
            builder.Property(i => i.Class).HasConversion<short>();
        }
    }
}
