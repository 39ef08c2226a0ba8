using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Listening;

/// <summary>
/// The walk over a tenant's messages that brings a topic's labels up to its query, the newest first. One row a key: changing
/// the query begins again under a new epoch, and whoever still walks under an old one can save nothing more.
/// </summary>
public sealed class HistoryRun : ITenantOwned
{
    // A node knows of a changed topic within a second, and what it labelled before that is stored soon after. Then the
    // walk finds all that was labelled by the old query.
    public static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(3);

    internal static readonly RunTable Table = new("topic_history_runs", "topic_key");

    public required Guid TenantId { get; init; }

    public required string TopicKey { get; init; }

    /// <summary>What is looked for; null where the label is to be taken off.</summary>
    public string? Query { get; set; }

    public HistoryRunState State { get; set; }

    /// <summary>The message it came to; null at the beginning.</summary>
    public DateTime? PlaceAt { get; set; }

    public Guid? PlaceId { get; set; }

    /// <summary>How many messages there were when it began; null until it did.</summary>
    public long? Total { get; set; }

    public long Looked { get; set; }

    public long Changed { get; set; }

    public int Attempts { get; set; }

    public required DateTime StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public long Epoch { get; set; }

    public long Version { get; set; } = 1;

    /// <summary>From the newest message on, whatever was before.</summary>
    public void Restart(string? query, DateTime now)
    {
        (Query, State, PlaceAt, PlaceId) = (query, HistoryRunState.Running, null, null);
        (Total, Looked, Changed, Attempts) = (null, 0, 0, 0);
        (StartedAt, FinishedAt, DueAt, LeasedUntil) = (now, null, now + HeadStart, null);
        Epoch++;
        Version++;
    }

    public void End(HistoryRunState state, DateTime now)
    {
        (State, FinishedAt, LeasedUntil) = (state, now, null);
        Version++;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<HistoryRun>
    {
        public void Configure(EntityTypeBuilder<HistoryRun> builder)
        {
            builder.ToTable("topic_history_runs").HasKey(r => new { r.TenantId, r.TopicKey });
            builder.HasIndex(r => r.DueAt).HasFilter("state = 0");
            builder.Property(r => r.TopicKey).HasMaxLength(Topic.LongestKey);
            builder.Property(r => r.Query).HasMaxLength(TopicQuery.LongestQuery);
            builder.Property(r => r.State).HasConversion<short>();
            builder.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}
