using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Analytics;

/// <summary>What is counted, and by which of the cells' columns.</summary>
/// <param name="Column">The column whose values are counted.</param>
/// <param name="Values">The values by what the column holds; null where it holds them itself.</param>
/// <param name="InboundOnly">True for what only customers' messages have.</param>
/// <param name="OfDays">What the counts of days hold of it.</param>
internal sealed record Measure(string Column, IReadOnlyDictionary<string, string>? Values, bool InboundOnly, DayMeasure OfDays)
{
    public const string Unlabelled = "unlabelled";

    public static Measure Volume { get; } = new(
        "direction",
        Enum.GetValues<MessageDirection>().ToDictionary(d => ((short)d).ToString(System.Globalization.CultureInfo.InvariantCulture), d => d == MessageDirection.Inbound ? "inbound" : "outbound", StringComparer.Ordinal),
        InboundOnly: false,
        DayMeasure.Volume);

    public static Measure Sentiment { get; } = OfFacet("sentiment", Facets.Sentiment, DayMeasure.Sentiment);

    public static Measure Types { get; } = OfFacet("type", Facets.Type, DayMeasure.Types);

    public static Measure Topics { get; } = new("topic", null, InboundOnly: true, DayMeasure.Volume);

    private static Measure OfFacet(string column, string facet, DayMeasure ofDays) => new(
        column,
        Facets.ClosedValues[facet].Append(Facets.Unsure)
            .ToDictionary(v => LabelCodes.Code(facet, v)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), v => v, StringComparer.Ordinal)
            .Append(new(CountedMessage.Unlabelled.ToString(System.Globalization.CultureInfo.InvariantCulture), Unlabelled))
            .ToDictionary(StringComparer.Ordinal),
        InboundOnly: true,
        ofDays);
}
