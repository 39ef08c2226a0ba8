using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>How it goes with handing over to a system, in a narrow row of its own.</summary>
public sealed class RecordFlow : ITenantOwned
{
    public const int ReasonLength = 500;

    public required Guid TenantId { get; init; }

    public required Guid SystemId { get; init; }

    /// <summary>Attempts in a row that did not reach it.</summary>
    public int Failures { get; set; }

    public DateTime? LastSuccessAt { get; set; }

    public DateTime? LastErrorAt { get; set; }

    /// <summary>Why the last attempt did not work; null once one has worked.</summary>
    public string? LastError { get; set; }

    public DateTime? BackoffUntil { get; set; }

    /// <summary>Since when it waits for a person.</summary>
    public DateTime? StoppedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RecordFlow>
    {
        public void Configure(EntityTypeBuilder<RecordFlow> builder)
        {
            builder.ToTable("record_flows").HasKey(f => new { f.TenantId, f.SystemId });
            builder.Property(f => f.LastError).HasMaxLength(ReasonLength);
        }
    }
}
