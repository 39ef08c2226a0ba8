using NuGet.Versioning;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>What a plugin says of itself in plugin.json, as it is before any of its code is loaded.</summary>
public sealed record PluginManifest
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required NuGetVersion Version { get; init; }

    public required VersionRange Sdk { get; init; }

    /// <summary>The file name of the assembly that holds the plugin.</summary>
    public required string Assembly { get; init; }

    public string Description { get; init; } = "";

    public string Author { get; init; } = "";

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Permissions { get; init; } = [];
}
