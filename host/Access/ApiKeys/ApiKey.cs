using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.ApiKeys;

/// <summary>A key for programs. The key itself is shown once and kept nowhere; its hash finds it again.</summary>
public sealed class ApiKey : ITenantOwned
{
    public const int NameLength = 100;

    public Guid TenantId { get; init; }

    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public Role Role { get; init; }

    public byte[] Hash { get; init; } = [];

    /// <summary>The first characters, by which a person knows one key from another.</summary>
    public string Prefix { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; init; }

    public DateTime? RevokedAt { get; set; }
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(k => new { k.TenantId, k.Id });
        builder.Property(k => k.Name).HasMaxLength(ApiKey.NameLength);
        builder.Property(k => k.Role).HasConversion<string>().HasMaxLength(16);
        builder.Property(k => k.Prefix).HasMaxLength(16);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(k => k.TenantId);
    }
}
