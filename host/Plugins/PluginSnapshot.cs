using System.Collections.Immutable;

namespace SocialCrm.Host.Plugins;

/// <summary>All plugins and what the running ones bring, at one moment.</summary>
internal sealed record PluginSnapshot(
    ImmutableDictionary<string, PluginEntry> Entries,
    ImmutableDictionary<string, RunningConnector> Connectors,
    ImmutableDictionary<string, RunningRecordKind> Records,
    RunningClassifier? Classifier)
{
    public static PluginSnapshot Empty { get; } = new(
        ImmutableDictionary.Create<string, PluginEntry>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, RunningConnector>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, RunningRecordKind>(StringComparer.Ordinal),
        null);

    public PluginSnapshot With(PluginEntry entry, Func<PluginEntry, bool> isBundled)
    {
        var entries = Entries.SetItem(entry.Id, entry);
        var running = entries.Values.Where(e => e.Running is not null).OrderBy(isBundled).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        return new PluginSnapshot(
            entries,
            running.SelectMany(e => e.Running!.Connectors).ToImmutableDictionary(c => c.Descriptor.Id, StringComparer.Ordinal),
            running.SelectMany(e => e.Running!.Records).ToImmutableDictionary(r => r.Descriptor.Id, StringComparer.Ordinal),
            running.SelectMany(e => e.Running!.Classifiers).FirstOrDefault(c => c.Missing is null));
    }

    /// <summary>Why a plugin cannot run beside the others, or null.</summary>
    public string? Clash(RunningPlugin plugin)
    {
        foreach (var connector in plugin.Connectors)
        {
            if (Connectors.TryGetValue(connector.Descriptor.Id, out var other))
            {
                return $"The connector {connector.Descriptor.Id} is already brought by the plugin {other.PluginName}. Stop that one first.";
            }
        }

        foreach (var kind in plugin.Records)
        {
            if (Records.TryGetValue(kind.Descriptor.Id, out var other))
            {
                return $"The system of record {kind.Descriptor.Id} is already brought by the plugin {other.PluginName}. Stop that one first.";
            }
        }

        return null;
    }
}
