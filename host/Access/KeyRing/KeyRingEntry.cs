using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCrm.Host.Access.KeyRing;

/// <summary>A key that protects cookies and secrets, as the XML that ASP.NET Core keeps it in.</summary>
public sealed class KeyRingEntry
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Xml { get; init; } = "";

    public DateTime CreatedAt { get; init; }
}

internal sealed class KeyRingTable : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
    {
        builder.ToTable("key_ring");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(200);
    }
}
