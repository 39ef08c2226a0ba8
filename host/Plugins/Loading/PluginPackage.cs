namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A folder with one version of a plugin: readable, or with the reason why not.</summary>
public sealed record PluginPackage(string Id, string Folder, PluginManifest? Manifest, string? Fault)
{
    public string Version => Manifest?.Version.ToNormalizedString() ?? Path.GetFileName(Folder);
}
