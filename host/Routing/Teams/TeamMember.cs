using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Routing;

/// <summary>A person's place in a team.</summary>
public sealed class TeamMember : ITenantOwned
{
    public required Guid TenantId { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid UserId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<TeamMember>
    {
        public void Configure(EntityTypeBuilder<TeamMember> builder) =>
            builder.ToTable("team_members").HasKey(m => new { m.TenantId, m.TeamId, m.UserId });
    }
}
