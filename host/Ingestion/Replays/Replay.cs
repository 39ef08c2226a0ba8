using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// A run of stored messages through the classifier, topics and rules of today, tried (it only says what would change) or
/// applied. An organisation has one at a time.
/// </summary>
public sealed class Replay : ITenantOwned
{
    public const int LongestQuery = 500;

    internal static readonly RunTable Table = new("replays", "id", HasReason: true);

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required DateTime? From { get; init; }

    public required DateTime To { get; init; }

    /// <summary>Empty for all.</summary>
    public string[] Channels { get; init; } = [];

    public string? Query { get; init; }

    public required bool Apply { get; init; }

    /// <summary>The trial that this applies.</summary>
    public Guid? DryRunId { get; init; }

    public ReplayState State { get; set; }

    public ReplayPhase Phase { get; set; }

    /// <summary>The message, and then the conversation, that it came to.</summary>
    public DateTime? PlaceAt { get; set; }

    public Guid? PlaceId { get; set; }

    /// <summary>How many messages there are; null until it began.</summary>
    public long? Total { get; set; }

    public long Read { get; set; }

    /// <summary>Messages whose labels have other values.</summary>
    public long Changed { get; set; }

    /// <summary>Messages whose labels have the same values, by another version of the model or with another confidence.</summary>
    public long Refreshed { get; set; }

    /// <summary>What was changed by others at the same moment, or waits for its first labels.</summary>
    public long Skipped { get; set; }

    public long Conversations { get; set; }

    public long Rerouted { get; set; }

    /// <summary>A <see cref="ReplayTally"/> as JSON.</summary>
    public string Report { get; set; } = "{}";

    public string? ModelVersion { get; set; }

    public string? Reason { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    public int Attempts { get; set; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public long Epoch { get; set; }

    public long Version { get; set; } = 1;

    public MessageSpan Span => new(From, To, [.. Channels.Select(Guid.Parse)], SearchWords.Read(Query));

    internal sealed class Configuration : IEntityTypeConfiguration<Replay>
    {
        public void Configure(EntityTypeBuilder<Replay> builder)
        {
            builder.ToTable("replays").HasKey(r => new { r.TenantId, r.Id });
            builder.HasIndex(r => r.TenantId).IsUnique().HasFilter("state = 0").HasDatabaseName("ix_replays_running");
            builder.HasIndex(r => r.DueAt).HasFilter("state = 0");
            builder.HasIndex(r => new { r.TenantId, r.CreatedAt, r.Id });
            builder.Property(r => r.From).HasColumnName("from_at");
            builder.Property(r => r.To).HasColumnName("to_at");
            builder.Property(r => r.Query).HasMaxLength(LongestQuery);
            builder.Property(r => r.State).HasConversion<short>();
            builder.Property(r => r.Phase).HasConversion<short>();
            builder.Property(r => r.ModelVersion).HasMaxLength(64);
            builder.Property(r => r.Reason).HasMaxLength(500);
            builder.Property(r => r.CreatedBy).HasMaxLength(256);
            builder.Property(r => r.Version).IsConcurrencyToken();
            builder.Ignore(r => r.Span);
        }
    }
}
