using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A message that could not be applied, kept with its error until a person retries or discards it.</summary>
public sealed class DeadLetter : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required string ExternalId { get; init; }

    public required LaneClass Class { get; init; }

    public required short Bucket { get; init; }

    public required Guid RawEventId { get; init; }

    public required int RawIndex { get; init; }

    public required string Payload { get; init; }

    public required string Error { get; init; }

    public required int Attempts { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required DateTime FailedAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeadLetter>
    {
        public void Configure(EntityTypeBuilder<DeadLetter> builder)
        {
            builder.ToTable("dead_letters").HasKey(d => new { d.TenantId, d.Id });
            builder.Property(d => d.Class).HasConversion<short>();
            builder.Property(d => d.ExternalId).HasMaxLength(512);
            builder.Property(d => d.Error).HasMaxLength(2000);
        }
    }
}
