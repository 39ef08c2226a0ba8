using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>A configured system of record. It is marked when deleted, so that what is under way for it finds out.</summary>
public sealed class RecordSystem : ITenantOwned, IHasSettings
{
    public const int NameLength = 100;

    public Guid TenantId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The id of its kind; its plugin may not be running.</summary>
    public string Kind { get; init; } = "";

    public string Name { get; set; } = "";

    public string Settings { get; set; } = "{}";

    public byte[]? Secrets { get; set; }

    /// <summary>Encrypted; null for a kind that does not sign.</summary>
    public byte[]? SigningSecret { get; set; }

    /// <summary>The one before, encrypted, which signs beside the new one for a day.</summary>
    public byte[]? PreviousSigningSecret { get; set; }

    public DateTime? PreviousValidUntil { get; set; }

    /// <summary>A <see cref="FieldMapping"/> as JSON.</summary>
    public string Mapping { get; set; } = "{}";

    public bool Enabled { get; set; } = true;

    public DateTime CreatedAt { get; init; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>Goes up with each change, so that a change under way elsewhere is noticed and instances are renewed.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class SystemsTable : IEntityTypeConfiguration<RecordSystem>
{
    public void Configure(EntityTypeBuilder<RecordSystem> builder)
    {
        builder.ToTable("systems_of_record");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.Property(s => s.Kind).HasMaxLength(64);
        builder.Property(s => s.Name).HasMaxLength(RecordSystem.NameLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
