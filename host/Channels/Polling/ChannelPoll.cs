using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Channels;

/// <summary>The one row of a channel that is polled: when it is due, who holds it, how far it has come and how it goes.</summary>
public sealed class ChannelPoll : ITenantOwned
{
    public const int ReasonLength = 500;

    public required Guid TenantId { get; init; }

    public required Guid ChannelId { get; init; }

    public required DateTime DueAt { get; set; }

    /// <summary>The node that polls it now; null while none does.</summary>
    public string? LeaseOwner { get; set; }

    public DateTime? LeasedUntil { get; set; }

    /// <summary>Raised by each claim and each change of the channel: a run that finds another number writes nothing.</summary>
    public long Epoch { get; set; }

    /// <summary>The connector's own note of how far it has come.</summary>
    public string? Cursor { get; set; }

    /// <summary>When the cursor last moved on.</summary>
    public DateTime? CursorAt { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    public DateTime? LastPollAt { get; set; }

    public DateTime? LastSuccessAt { get; set; }

    /// <summary>Why the last poll did not work; null when it did.</summary>
    public string? LastError { get; set; }

    public string? Notice { get; set; }

    public DateTime? BackoffUntil { get; set; }

    /// <summary>Since when it waits for a person.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <summary>When a person last asked for a poll: a run that began before is followed by another.</summary>
    public DateTime? AskedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ChannelPoll>
    {
        public void Configure(EntityTypeBuilder<ChannelPoll> builder)
        {
            builder.ToTable("channel_polls").HasKey(p => new { p.TenantId, p.ChannelId });
            builder.HasIndex(p => p.DueAt);
            builder.Property(p => p.LeaseOwner).HasMaxLength(64);
            builder.Property(p => p.LastError).HasMaxLength(ReasonLength);
            builder.Property(p => p.Notice).HasMaxLength(ReasonLength);
        }
    }
}
