using System.Text.Json;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>The settings of a plugin's own, for the whole server, and the form by which they are filled in.</summary>
/// <param name="Fields">The form; empty where the plugin has no settings of its own.</param>
/// <param name="Settings">The values that are stored; a secret one is null, and what is left out holds its default.</param>
/// <param name="SecretsSet">The names of the secret settings that are stored.</param>
public sealed record PluginSettingsView(
    IReadOnlyList<SettingField> Fields, IReadOnlyDictionary<string, JsonElement> Settings, IReadOnlyList<string> SecretsSet)
{
    internal static PluginSettingsView Of(PluginStateRow row, IReadOnlyList<SettingField> fields, PluginSecrets secrets)
    {
        // What an older version of the plugin left behind is neither shown nor sent back.
        var known = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var secretsSet = row.SecretsSet(secrets).Where(known.Contains).ToList();
        var shown = row.Shown(fields, secretsSet).Where(s => known.Contains(s.Key));
        return new PluginSettingsView(fields, shown.ToDictionary(StringComparer.Ordinal), secretsSet);
    }
}
