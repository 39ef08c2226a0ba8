using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>
/// The walk over a tenant's customers that tells a system of all of them. One row a system: there is never more than one walk
/// for it, and whoever goes on with it finds here how far it came.
/// </summary>
public sealed class SendingRun : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid SystemId { get; init; }

    public SendingState State { get; set; }

    /// <summary>The customer it came to.</summary>
    public Guid Place { get; set; }

    /// <summary>How many customers there were when it began.</summary>
    public long Total { get; set; }

    /// <summary>For how many there is an event now.</summary>
    public long Queued { get; set; }

    /// <summary>Who comes after this is told of anyway.</summary>
    public required DateTime StartedAt { get; set; }

    public required string StartedBy { get; set; }

    public DateTime? FinishedAt { get; set; }

    public long Version { get; set; }

    /// <summary>From the first customer on, whatever was before.</summary>
    public void Restart(long total, string by, DateTime now)
    {
        (State, Place, Total, Queued) = (SendingState.Running, Guid.Empty, total, 0);
        (StartedAt, StartedBy, FinishedAt) = (now, by, null);
        Version++;
    }

    public void Cancel(DateTime now)
    {
        (State, FinishedAt) = (SendingState.Cancelled, now);
        Version++;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<SendingRun>
    {
        public void Configure(EntityTypeBuilder<SendingRun> builder)
        {
            builder.ToTable("record_sending_runs").HasKey(r => new { r.TenantId, r.SystemId });
            builder.Property(r => r.State).HasConversion<short>();
            builder.Property(r => r.StartedBy).HasMaxLength(256);
            builder.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}
