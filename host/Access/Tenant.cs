using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCrm.Host.Access;

/// <summary>An organisation on the server.</summary>
public sealed class Tenant
{
    public const int NameLength = 200;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The part of its webhook addresses that says whose they are.</summary>
    public string WebhookToken { get; init; } = "";

    /// <summary>The IANA name of the zone of its charts and hours.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>How it speaks: a point a line.</summary>
    public string Guidelines { get; set; } = "";

    public DateTime CreatedAt { get; init; }
}

internal sealed class TenantTable : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenants");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(Tenant.NameLength);
        builder.Property(t => t.TimeZone).HasMaxLength(64).HasDefaultValue("UTC");
        builder.Property(t => t.Guidelines).HasMaxLength(1100).HasDefaultValue("");
        builder.Property(t => t.WebhookToken).HasMaxLength(32);
        builder.HasIndex(t => t.WebhookToken).IsUnique();
    }
}
