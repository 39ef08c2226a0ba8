using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>An imported answer whose conversation has not been met yet: it may stand further down in the file.</summary>
public sealed class WaitingAnswer : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid ImportId { get; init; }

    public required long Line { get; init; }

    public required Guid ChannelId { get; init; }

    public required short Bucket { get; init; }

    public required Guid RawEventId { get; init; }

    public required string Payload { get; init; }

    public required DateTime ReceivedAt { get; init; }

    internal static readonly SqlTable<WaitingAnswer> Table = new(
        "import_waiting",
        new("tenant_id", SqlType.Uuid, w => w.TenantId),
        new("import_id", SqlType.Uuid, w => w.ImportId),
        new("line", SqlType.BigInt, w => w.Line),
        new("channel_id", SqlType.Uuid, w => w.ChannelId),
        new("bucket", SqlType.SmallInt, w => w.Bucket),
        new("raw_event_id", SqlType.Uuid, w => w.RawEventId),
        new("payload", SqlType.Text, w => w.Payload),
        new("received_at", SqlType.Timestamp, w => w.ReceivedAt));

    internal sealed class Configuration : IEntityTypeConfiguration<WaitingAnswer>
    {
        public void Configure(EntityTypeBuilder<WaitingAnswer> builder) =>
            builder.ToTable("import_waiting").HasKey(w => new { w.TenantId, w.ImportId, w.Line });
    }
}
