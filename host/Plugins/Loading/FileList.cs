using System.Security.Cryptography;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>The list of a plugin's files and their SHA-256, as the SDK's targets write it.</summary>
internal static class FileList
{
    public const string FileName = "files.sha256";

    /// <exception cref="InvalidPluginException">A file is missing, changed or not on the list.</exception>
    public static void Verify(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new InvalidPluginException($"{FileName} is missing: build the plugin with the SDK's targets.");
        }

        var listed = File.ReadLines(path).Where(line => line.Length > 0).Select(Entry).ToDictionary(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (name != FileName)
            {
                Compare(file, name, listed);
            }
        }

        if (listed.Count > 0)
        {
            throw new InvalidPluginException($"The file {listed.Keys.First()} is missing. Install the plugin again.");
        }
    }

    private static void Compare(string file, string name, Dictionary<string, string> listed)
    {
        if (!listed.Remove(name, out var expected))
        {
            throw new InvalidPluginException($"The file {name} is not on the plugin's own list. Install the plugin again.");
        }

        using var stream = File.OpenRead(file);
        if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(stream)), expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidPluginException($"The file {name} was changed since the plugin was built. Install the plugin again.");
        }
    }

    private static KeyValuePair<string, string> Entry(string line) =>
        line.Length > 66 && line[64] == ' ' ? new(line[66..], line[..64]) : throw new InvalidPluginException($"{FileName} is damaged. Install the plugin again.");
}
