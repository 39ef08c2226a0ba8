namespace SocialCrm.Host.Plugins;

/// <summary>The plugin is not running.</summary>
public sealed class PluginUnavailableException(string pluginId, string reason) : PluginException(pluginId, reason);
