using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>What the admin wants of a plugin. It belongs to the whole server, not to a tenant; no row means: run it by its defaults.</summary>
public sealed class PluginStateRow : IHasSettings
{
    public required string PluginId { get; init; }

    public bool Stopped { get; set; }

    public DateTime ChangedAt { get; set; }

    public string Settings { get; set; } = "{}";

    public byte[]? Secrets { get; set; }

    /// <summary>Grows with each change of the settings.</summary>
    public int SettingsVersion { get; set; }

    Guid IHasSettings.TenantId => Guid.Empty;
}

internal sealed class PluginsStateTable : IEntityTypeConfiguration<PluginStateRow>
{
    public void Configure(EntityTypeBuilder<PluginStateRow> builder)
    {
        builder.ToTable("plugins_state");
        builder.HasKey(r => r.PluginId);
        builder.Property(r => r.PluginId).HasMaxLength(128);
        builder.Property(r => r.SettingsVersion).IsConcurrencyToken();
    }
}
