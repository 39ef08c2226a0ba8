using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCrm.Host.Access.Setup;

/// <summary>The one row that says the server was set up; its fixed key lets only one of two visitors do it.</summary>
public sealed class Installation
{
    public int Id { get; init; } = 1;

    public DateTime CreatedAt { get; init; }
}

internal sealed class InstallationTable : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("installations");
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
