namespace SocialCrm.Host.Plugins;

/// <summary>How a plugin stands on this server.</summary>
public enum PluginState
{
    /// <summary>Found, not started yet.</summary>
    Available,
    Running,

    /// <summary>Stopped by an admin.</summary>
    Stopped,

    /// <summary>Made for another version of the SDK.</summary>
    Incompatible,
    Failed,
}
