using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Listening;

/// <summary>Something that is listened for. A message that matches carries the topic's key as a label.</summary>
public sealed class Topic : ITenantOwned
{
    public const int LongestName = 100;
    public const int LongestKey = 64;

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The value of the label; it never changes, so that labels keep their meaning.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    public TopicKind Kind { get; set; }

    public string? Color { get; set; }

    public bool Enabled { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    public long Version { get; set; } = 1;

    internal sealed class Configuration : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder)
        {
            builder.ToTable("topics").HasKey(t => new { t.TenantId, t.Id });
            builder.HasIndex(t => new { t.TenantId, t.Key }).IsUnique();
            builder.Property(t => t.Key).HasMaxLength(LongestKey);
            builder.Property(t => t.Name).HasMaxLength(LongestName);
            builder.Property(t => t.Query).HasMaxLength(TopicQuery.LongestQuery);
            builder.Property(t => t.Kind).HasConversion<short>();
            builder.Property(t => t.Color).HasMaxLength(7);
            builder.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}
