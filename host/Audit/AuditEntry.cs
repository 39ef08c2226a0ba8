using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Audit;

/// <summary>Who did what, when. Entries are added and never changed.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public Guid TenantId { get; init; }

    public Guid Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>The person; null for an API key.</summary>
    public Guid? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    /// <summary>What was done, such as "channel.created".</summary>
    public string Action { get; init; } = "";

    /// <summary>The kind of thing it was done to, such as "channel".</summary>
    public string Subject { get; init; } = "";

    public string? SubjectId { get; init; }

    public string? Detail { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.HasIndex(e => new { e.TenantId, e.At });
        builder.Property(e => e.ActorName).HasMaxLength(200);
        builder.Property(e => e.Action).HasMaxLength(64);
        builder.Property(e => e.Subject).HasMaxLength(64);
        builder.Property(e => e.SubjectId).HasMaxLength(200);
        builder.Property(e => e.Detail).HasMaxLength(AuditTrail.DetailLength);
    }
}
