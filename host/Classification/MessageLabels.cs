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

    /// <summary>What the machine says now, save where a person has spoken.</summary>
    public MessageLabels Reclassified(MessageLabels machine)
    {
        var corrected = _items.Where(l => l.CorrectedBy is not null).ToList();
        var facets = corrected.Select(l => l.Facet).ToHashSet(StringComparer.Ordinal);
        return new MessageLabels([.. machine._items.Where(l => !facets.Contains(l.Facet)), .. corrected], machine.ModelVersion, machine.Pending);
    }

    public MessageLabels Corrected(string facet, string value, Guid user) =>
        new([.. _items.Where(l => l.Facet != facet), new MessageLabel(facet, value, 1, user)], ModelVersion, Pending);
}
