using System.Security.Cryptography;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>A plugin's own settings as they were saved, whatever form it has now. Not a record: nothing prints its secrets.</summary>
internal sealed class PluginSettings(int version, string plain, string? secret)
{
    /// <summary>Of a plugin for which nobody has filled in anything.</summary>
    public static PluginSettings None { get; } = new(0, "{}", null);

    /// <summary>Grows with each change.</summary>
    public int Version => version;

    public string Plain => plain;

    public string? Secret => secret;

    /// <summary>Secrets that cannot be read any more are no longer there: the plugin then waits for them.</summary>
    public static PluginSettings Of(PluginStateRow row, PluginSecrets secrets)
    {
        try
        {
            return new PluginSettings(row.SettingsVersion, row.Settings, row.Secrets is { } stored ? secrets.Unprotect(Guid.Empty, stored) : null);
        }
        catch (CryptographicException)
        {
            return new PluginSettings(row.SettingsVersion, row.Settings, null);
        }
    }
}
