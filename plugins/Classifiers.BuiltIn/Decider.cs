using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>Gives one facet its label from the features of a message.</summary>
internal sealed class Decider(Head head)
{
    // A message on none of the topics gets no topic, rather than one that says nothing.
    private const string NoTopic = "other";

    private readonly LabelStock _stock = new(head.Facet, head.Values);

    public string Facet => head.Facet;

    /// <summary>The label of a message that could not be read.</summary>
    public Label Unread => _stock.Take(0, 0, 1);

    public Label Decide(MessageReading reading, bool explain)
    {
        Span<double> probabilities = stackalloc double[head.Values.Count];
        head.Score(reading.Features, probabilities);
        return LabelFor(Best(probabilities), probabilities, reading, explain);
    }

    /// <summary>For a facet that takes several values: each that is likely enough, or "unsure" for one that nearly is.</summary>
    public void DecideSeveral(MessageReading reading, bool explain, List<Label> labels)
    {
        Span<double> probabilities = stackalloc double[head.Values.Count];
        head.Score(reading.Features, probabilities);
        var best = Best(probabilities);
        for (var value = 0; value < probabilities.Length; value++)
        {
            if ((value == best || probabilities[value] >= head.Threshold) && head.Values[value] != NoTopic)
            {
                labels.Add(LabelFor(value, probabilities, reading, explain));
            }
        }
    }

    private Label LabelFor(int value, ReadOnlySpan<double> probabilities, MessageReading reading, bool explain)
    {
        var label = _stock.Take(value, probabilities[value], head.Threshold);
        return explain ? label with { Evidence = Explanation.Of(head, value, reading.Hits) } : label;
    }

    private static int Best(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var value = 1; value < probabilities.Length; value++)
        {
            best = probabilities[value] > probabilities[best] ? value : best;
        }
        return best;
    }
}
