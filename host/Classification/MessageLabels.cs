using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>The labels of one message: the machine's, and in their place those that people corrected. Immutable.</summary>
public sealed class MessageLabels
{
    private readonly IReadOnlyList<MessageLabel> _items;

    public MessageLabels(IReadOnlyList<MessageLabel> items, string? modelVersion, bool pending = false)
    {
        _items = items;
        ModelVersion = modelVersion;
        Pending = pending;
    }

    /// <summary>The classifier was not there or not in time; the labels follow.</summary>
    public static MessageLabels Awaited { get; } = new([], null, pending: true);

    /// <summary>A message that is not classified: our own, or one taken down.</summary>
    public static MessageLabels None { get; } = new([], null);

    public IReadOnlyList<MessageLabel> Items => _items;

    public string? ModelVersion { get; }

    public bool Pending { get; }

    public IEnumerable<string> Topics => _items.Where(l => l.Facet == Facets.Topic && l.Value != Facets.Unsure).Select(l => l.Value);

    /// <summary>-1, 0 or 1; null where it is not known.</summary>
    public double? Sentiment => this[Facets.Sentiment] switch
    {
        "positive" => 1,
        "neutral" => 0,
        "negative" => -1,
        _ => null,
    };

    public bool IsQuestion => this[Facets.Type] == "question" || this[Facets.Asks] == "yes";

    /// <summary>An unsure machine errs on the side of a person looking at it.</summary>
    public bool WantsAnswer => IsQuestion || this[Facets.Action] is "yes" or Facets.Unsure;

    /// <summary>The value on a facet that has one.</summary>
    public string? this[string facet]
    {
        get
        {
            // Asked for a dozen times with every message: no iterator, no closure.
            for (var i = 0; i < _items.Count; i++)
            {
                if (_items[i].Facet == facet)
                {
                    return _items[i].Value;
                }
            }

            return null;
        }
    }

    public static MessageLabels Of(Sdk.Classification classification, string modelVersion) =>
        new([.. classification.Labels.Select(l => new MessageLabel(l.Facet, l.Value, Math.Round(Math.Clamp(l.Confidence, 0, 1), 3)))], modelVersion);

    /// <summary>The same with topics that were listened for; where the classifier found one too, it stands once.</summary>
    public MessageLabels WithListened(IReadOnlyList<MessageLabel> topics) => topics.Count == 0 ? this : new(
        [.. _items.Where(l => l.Facet != Facets.Topic || (l.Value != Facets.Unsure && topics.All(t => t.Value != l.Value))), .. topics], ModelVersion, Pending);

    /// <summary>
    /// With or without a topic that is listened for: the same object where that changes nothing, a person has spoken about the
    /// topics, or the source states this one.
    /// </summary>
    public MessageLabels Listening(string topic, bool found)
    {
        var topics = _items.Where(l => l.Facet == Facets.Topic).ToList();
        if (topics.Any(l => l.CorrectedBy is not null || (l.Stated && l.Value == topic)) || topics.Any(l => l.Listened && l.Value == topic) == found)
        {
            return this;
        }

        return found
            ? WithListened([new MessageLabel(Facets.Topic, topic, 1) { Listened = true }])
            : new([.. _items.Where(l => l.Facet != Facets.Topic || !l.Listened || l.Value != topic)], ModelVersion, Pending);
    }

    /// <summary>What the machine says of the same text now: the topics that were listened for stay.</summary>
    public MessageLabels Completed(MessageLabels machine) => Reclassified(machine.WithListened([.. _items.Where(l => l.Listened)]));

    /// <summary>What the machine says now, save where a person has spoken, beside what the source stated.</summary>
    public MessageLabels Reclassified(MessageLabels machine)
    {
        var corrected = _items.Where(l => l.CorrectedBy is not null).ToList();
        var facets = corrected.Select(l => l.Facet).ToHashSet(StringComparer.Ordinal);
        var stated = _items.Where(l => l.Stated && !facets.Contains(l.Facet)).ToList();
        var values = stated.Select(l => (l.Facet, l.Value)).ToHashSet();
        return new MessageLabels(
            [.. machine._items.Where(l => !facets.Contains(l.Facet) && !values.Contains((l.Facet, l.Value))), .. stated, .. corrected], machine.ModelVersion, machine.Pending);
    }

    /// <summary>
    /// What today's model and topics say, save where a person has spoken, beside what the source stated. What a model said that
    /// still runs (<paramref name="machine"/> is null) stays.
    /// </summary>
    public MessageLabels Replayed(MessageLabels? machine, IReadOnlyList<MessageLabel> listened)
    {
        var said = machine ?? new MessageLabels([.. _items.Where(l => l is { CorrectedBy: null, Stated: false, Listened: false })], ModelVersion, Pending);
        return Reclassified(said.WithListened(listened));
    }

    /// <summary>True when the same is stored for both.</summary>
    public bool IsStoredAs(MessageLabels other) => ModelVersion == other.ModelVersion && Pending == other.Pending && Stored().SetEquals(other.Stored());

    // One a facet, but for topics; facets that nobody knows are not kept.
    private HashSet<MessageLabel> Stored() =>
        [.. _items.Where(l => l.Facet is Facets.Topic ? l.Value != Facets.Unsure : l.Facet is Facets.Language || Facets.ClosedValues.ContainsKey(l.Facet))
            .DistinctBy(l => l.Facet is Facets.Topic ? $"topic:{l.Value}" : l.Facet)];

    /// <summary>With the topics that the message's source states, by their names.</summary>
    public MessageLabels WithTopics(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return this;
        }

        var topics = names.Select(TopicSlug.Of).Where(slug => slug.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new MessageLabels(
            [.. _items.Where(l => l.Facet != Facets.Topic || (l.Value != Facets.Unsure && !topics.Contains(l.Value))), .. topics.Select(t => new MessageLabel(Facets.Topic, t, 1, Stated: true))],
            ModelVersion,
            Pending);
    }

    public MessageLabels Corrected(string facet, string value, Guid user) =>
        new([.. _items.Where(l => l.Facet != facet), new MessageLabel(facet, value, 1, user)], ModelVersion, Pending);
}
