using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCrm.Host.Plugins;

/// <summary>What the admin wants of a plugin. It belongs to the whole server, not to a tenant; no row means: run it.</summary>
public sealed class PluginStateRow
{
    public required string PluginId { get; init; }

    public bool Stopped { get; set; }

    public DateTime ChangedAt { get; set; }
}

internal sealed class PluginsStateTable : IEntityTypeConfiguration<PluginStateRow>
{
    public void Configure(EntityTypeBuilder<PluginStateRow> builder)
    {
        builder.ToTable("plugins_state");
        builder.HasKey(r => r.PluginId);
        builder.Property(r => r.PluginId).HasMaxLength(128);
    }
}
