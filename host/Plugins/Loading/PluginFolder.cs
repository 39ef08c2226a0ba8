using Microsoft.Extensions.Options;
using NuGet.Versioning;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>
/// The server's own plugins folder, <c>DIR/plugins/&lt;id&gt;/&lt;version&gt;/</c>. Nothing in it is ever written to while it may be
/// loaded: overwriting a loaded assembly runs new code in old types, or ends the process.
/// </summary>
public sealed class PluginFolder(IOptions<DatabaseOptions> data)
{
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(data.Value.DataDirectory, "plugins"));

    /// <summary>The highest version of each plugin that lies here.</summary>
    public IReadOnlyList<PluginPackage> Find() => Find(Path);

    public static IReadOnlyList<PluginPackage> Find(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var ids = Directory.GetDirectories(root).Where(folder => !IsTemporary(folder)).Order(StringComparer.Ordinal);
        return [.. ids.Select(Highest).OfType<PluginPackage>()];
    }

    /// <summary>Names that begin with a full stop are copies under way.</summary>
    public static bool IsTemporary(string folder) => System.IO.Path.GetFileName(folder).StartsWith('.');

    private static PluginPackage? Highest(string idFolder) => Directory.GetDirectories(idFolder)
        .Where(folder => !IsTemporary(folder))
        .OrderByDescending(folder => NuGetVersion.TryParse(System.IO.Path.GetFileName(folder), out var version) ? version : new NuGetVersion(0, 0, 0))
        .Select(folder => Read(System.IO.Path.GetFileName(idFolder), folder))
        .FirstOrDefault();

    private static PluginPackage Read(string id, string folder)
    {
        try
        {
            var manifest = ManifestReader.Read(folder);
            var version = System.IO.Path.GetFileName(folder);
            return manifest.Id == id && manifest.Version.ToNormalizedString() == version
                ? new PluginPackage(id, folder, manifest, null)
                : new PluginPackage(id, folder, manifest, $"The folder {id}/{version} holds {manifest.Id} {manifest.Version.ToNormalizedString()}. Install the plugin again.");
        }
        catch (InvalidPluginException invalid)
        {
            return new PluginPackage(id, folder, null, invalid.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new PluginPackage(id, folder, null, $"The plugin's folder cannot be read: {error.Message}");
        }
    }
}
