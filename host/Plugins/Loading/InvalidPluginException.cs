namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A plugin that cannot be started, with the reason that an admin reads.</summary>
public sealed class InvalidPluginException(string reason, PluginState state = PluginState.Failed) : Exception(reason)
{
    public PluginState State => state;
}
