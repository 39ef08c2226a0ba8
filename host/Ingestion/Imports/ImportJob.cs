using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>A file that was uploaded, and how far it has been read.</summary>
public sealed class ImportJob : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; set; }

    /// <summary>An <see cref="Sdk.ImportMapping"/> as JSON.</summary>
    public string Mapping { get; set; } = "{}";

    /// <summary>Conversations whose messages are older arrive resolved.</summary>
    public DateTime SettledBefore { get; set; }

    public ImportState State { get; set; }

    /// <summary>The place in the file up to which rows are in the inbox: committed together with them.</summary>
    public long Position { get; set; }

    public long NextLine { get; set; } = 1;

    public string? ReaderState { get; set; }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; set; }

    /// <summary>Those of them that went to the inbox.</summary>
    public long Queued { get; set; }

    /// <summary>How many answers without a conversation there were when they were last tried again.</summary>
    public long? Unplaced { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why it waits or failed.</summary>
    public string? Reason { get; set; }

    public DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    /// <summary>Raised by each claim and by cancelling; a run that finds another number has lost the import.</summary>
    public long Epoch { get; set; }

    public string CreatedBy { get; init; } = "";

    /// <summary>The person who started it, to be told of its end; null for an API key.</summary>
    public Guid? CreatedById { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ImportJob>
    {
        public void Configure(EntityTypeBuilder<ImportJob> builder)
        {
            builder.ToTable("imports").HasKey(i => new { i.TenantId, i.Id });
            builder.HasIndex(i => new { i.TenantId, i.ChannelId, i.CreatedAt });
            builder.HasIndex(i => new { i.State, i.DueAt });
            builder.Property(i => i.State).HasConversion<short>();
            builder.Property(i => i.FileName).HasMaxLength(255);
            builder.Property(i => i.Reason).HasMaxLength(1000);
            builder.Property(i => i.CreatedBy).HasMaxLength(256);
            builder.Property(i => i.Epoch).IsConcurrencyToken();
        }
    }
}
