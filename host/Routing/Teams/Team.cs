using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>Those who share a queue.</summary>
public sealed class Team : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>True for the one team that gets what no rule sends elsewhere.</summary>
    public bool IsDefault { get; set; }

    /// <summary>The member to whom a rule gave work last.</summary>
    public Guid? LastAssignedId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Team>
    {
        public void Configure(EntityTypeBuilder<Team> builder)
        {
            builder.ToTable("teams").HasKey(t => new { t.TenantId, t.Id });
            builder.HasIndex(t => new { t.TenantId, t.Name }).IsUnique();
            builder.Property(t => t.Name).HasMaxLength(100);
        }
    }
}
