namespace SocialCrm.Host.Plugins;

/// <summary>A plugin could not do what it was asked. The reason holds nothing of any message.</summary>
public abstract class PluginException(string pluginId, string reason) : Exception($"The plugin {pluginId}: {reason}")
{
    public string PluginId => pluginId;

    public string Reason => reason;
}
