namespace SocialCrm.Host.Plugins;

/// <summary>Where plugins come from. Bound from the section "Plugins".</summary>
public sealed class PluginsOptions
{
    /// <summary>The folder of the plugins that come with the server; found by itself when empty.</summary>
    public string BundledDirectory { get; set; } = "";

    /// <summary>How often the wanted states are read again, for changes made on other nodes.</summary>
    public TimeSpan WatchEvery { get; set; } = TimeSpan.FromSeconds(10);
}
