namespace SocialCrm.Host.Plugins;

/// <summary>A call to a plugin threw, took too long or gave back what it must not.</summary>
public sealed class PluginFailedException(string pluginId, string reason, bool wasCalled = true) : PluginException(pluginId, reason)
{
    /// <summary>False when the call was not even made, because the plugin is busy or paused after repeated faults.</summary>
    public bool WasCalled => wasCalled;
}
