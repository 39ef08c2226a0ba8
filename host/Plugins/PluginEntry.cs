using SocialCrm.Host.Plugins.Loading;

namespace SocialCrm.Host.Plugins;

/// <summary>A plugin that was found, and how it stands.</summary>
internal sealed record PluginEntry(PluginPackage Package, PluginState State, string? Reason = null, RunningPlugin? Running = null)
{
    public string Id => Package.Id;

    public PluginInfo Info(bool bundled)
    {
        var manifest = Package.Manifest;
        return new PluginInfo(
            Id,
            manifest?.Name ?? Id,
            Package.Version,
            manifest?.Description ?? "",
            manifest?.Author ?? "",
            State,
            Reason ?? Missing() ?? Paused(),
            manifest?.Sdk.ToNormalizedString() ?? "",
            manifest?.Permissions ?? [],
            [.. (Running?.Connectors ?? []).Select(c => new PluginConnector(c.Descriptor.Id, c.Descriptor.Name))],
            [.. (Running?.Classifiers ?? []).Select(c => new PluginClassifier(c.Descriptor.Id, c.Descriptor.Name, c.ModelVersion))],
            [.. (Running?.Records ?? []).Select(r => new PluginConnector(r.Descriptor.Id, r.Descriptor.Name))],
            bundled,
            Running?.Settings is { Count: > 0 });
    }

    private string? Missing() => Running?.Classifiers.Select(c => c.Missing).FirstOrDefault(m => m is not null);

    private string? Paused() =>
        Running?.Classifiers.FirstOrDefault(c => c.PausedBecause is not null) is { } paused
            ? $"The classifier {paused.Descriptor.Name} is paused after repeated faults: {paused.PausedBecause}."
            : null;
}
