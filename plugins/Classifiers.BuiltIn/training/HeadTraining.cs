using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Fits the weights of each facet over the features of labelled messages.</summary>
internal sealed class HeadTraining(LanguageProfile profile)
{
    // So that 7,908 rated messages of other fields do not outweigh 424 of ours.
    private const double RatedWeight = 0.2;
    private const double WrittenWeight = 1.5;

    private static readonly (string Facet, double Threshold, double Ridge)[] Plan =
    [
        (Facets.Type, 0.46, 4), (Facets.Asks, 0.6, 4), (Facets.Complains, 0.64, 4), (Facets.Praises, 0.6, 4),
        (Facets.Sentiment, 0.56, 4), (Facets.Action, 0.6, 4), (Facets.Urgency, 0.55, 4), (Facets.Topic, 0.38, 4),
    ];

    private readonly MessageReader _reader = new(profile);
    private readonly MessageReading _reading = new();

    public IReadOnlyList<Head> Fit(DataSets data)
    {
        var own = data.Support(heldOut: false).Concat(DataSets.Written().Select(message => message with { Weight = WrittenWeight })).ToList();
        var rated = data.RatedSentiment().Select(message => message with { Weight = RatedWeight });
        var messages = own.Concat(rated).Select(message => (message, Features: FeaturesOf(message))).ToList();
        return [.. Plan.Select(plan => Fit(plan.Facet, plan.Threshold, plan.Ridge, messages))];
    }

    private float[] FeaturesOf(LabelledMessage message)
    {
        _reader.Read(message.Message, _reading);
        return [.. _reading.Features];
    }

    private static Head Fit(
        string facet, double threshold, double ridge, List<(LabelledMessage Message, float[] Features)> messages)
    {
        var labelled = messages.Where(row => row.Message.Labels.ContainsKey(facet)).ToList();
        string[] values = facet == Facets.Topic
            ? [.. labelled.Select(row => row.Message.Labels[facet][0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [.. Facets.ClosedValues[facet]];
        var examples = labelled.Select(row => new Example(row.Features, TargetOf(LabelsOf(row.Message, facet), values), row.Message.Weight)).ToList();
        return new Head(facet, values, Softmax.Fit(examples, values.Length, ridge), threshold);
    }

    // Readers do not agree whether a flat report of a fault is neutral or negative, so it counts for both.
    private static string[] LabelsOf(LabelledMessage message, string facet) =>
        facet == Facets.Sentiment && message.Labels[facet][0] == "neutral"
        && message.Labels.GetValueOrDefault(Facets.Complains)?[0] == "yes"
            ? ["negative", "neutral"]
            : message.Labels[facet];

    // A second acceptable reading gets a part of the message.
    private static double[] TargetOf(string[] labels, string[] values)
    {
        var target = new double[values.Length];
        target[Array.IndexOf(values, labels[0])] = labels.Length == 1 ? 1 : 0.6;
        if (labels.Length > 1)
        {
            target[Array.IndexOf(values, labels[1])] += 0.4;
        }
        return target;
    }
}
