using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

/// <summary>What an admin wants of a plugin.</summary>
internal sealed record WantedPlugin(bool Stopped, PluginSettings Settings);
