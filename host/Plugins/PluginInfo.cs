namespace SocialCrm.Host.Plugins;

/// <summary>A plugin on this server.</summary>
/// <param name="Id">Its id in reverse DNS.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Description">What it does.</param>
/// <param name="Author">Who made it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it stands so, where it does not run or is paused.</param>
/// <param name="Sdk">The versions of the SDK that it works with.</param>
/// <param name="Permissions">What it asks for.</param>
/// <param name="Connectors">The networks that it connects to, while it runs.</param>
/// <param name="Classifiers">The classifiers that it brings, while it runs.</param>
/// <param name="SystemsOfRecord">The kinds of systems of record that it brings, while it runs.</param>
/// <param name="Bundled">Whether it came with the server.</param>
/// <param name="HasSettings">Whether it has settings of its own, for the whole server; known while it runs.</param>
public sealed record PluginInfo(
    string Id,
    string Name,
    string Version,
    string Description,
    string Author,
    PluginState State,
    string? Reason,
    string Sdk,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<PluginConnector> Connectors,
    IReadOnlyList<PluginClassifier> Classifiers,
    IReadOnlyList<PluginConnector> SystemsOfRecord,
    bool Bundled,
    bool HasSettings);

/// <param name="Id">The connector's id.</param>
/// <param name="Name">Its name.</param>
public sealed record PluginConnector(string Id, string Name);

/// <param name="Id">The classifier's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ModelVersion">The version of its rules and weights, marked with its settings where they are not the defaults.</param>
public sealed record PluginClassifier(string Id, string Name, string ModelVersion);
