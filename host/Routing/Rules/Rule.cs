using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>Conditions on a message and actions on its conversation. Rules are tried in their order.</summary>
public sealed class Rule : ITenantOwned
{
    public const int LongestName = 100;

    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public int Position { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>True when no rule after this one is tried on a message that it matched.</summary>
    public bool Stop { get; set; }

    /// <summary>A <see cref="RuleDefinition"/> as JSON.</summary>
    public required string Definition { get; set; }

    public required DateTime CreatedAt { get; init; }

    public long Version { get; set; } = 1;

    internal sealed class Configuration : IEntityTypeConfiguration<Rule>
    {
        public void Configure(EntityTypeBuilder<Rule> builder)
        {
            builder.ToTable("rules").HasKey(r => new { r.TenantId, r.Id });
            builder.HasIndex(r => new { r.TenantId, r.Position });
            builder.Property(r => r.Name).HasMaxLength(LongestName);
            builder.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}
