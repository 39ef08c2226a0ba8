using System.Collections.Frozen;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

/// <summary>The features by name and place. Files name them, so that places may change from version to version.</summary>
internal static class FeatureSpace
{
    private static readonly string[] Cues =
    [
        "fault", "unable", "waiting", "blame", "loss", "refund", "staff", "swearing", "request", "demand", "asking",
        "wondering", "thanks", "thanks-ahead", "praise", "resolved", "wish", "chatter", "greeting-word", "advert",
        "urgent", "danger", "locked-out", "breach", "outage", "report", "sarcasm", "personal", "addressing", "duration",
    ];

    private static readonly string[] Topics =
    [
        "technical-fault", "account-access", "policy-information", "order-product", "security-fraud", "billing-payment",
        "content-moderation", "feature-request", "outage", "staff-service", "booking-change", "delivery-shipping",
        "travel-disruption", "store-availability",
    ];

    private static readonly FrozenDictionary<string, int> Places;

    static FeatureSpace()
    {
        Names = [.. Enum.GetNames<Signal>(), .. Cues, .. Topics.Select(topic => "topic:" + topic)];
        Places = Names.Select((name, place) => KeyValuePair.Create(name, place)).ToFrozenDictionary(StringComparer.Ordinal);
        Fault = IndexOf("fault");
        Praise = IndexOf("praise");
        Praises = [Praise, IndexOf("sarcasm"), IndexOf("thanks")];
        Shortfalls = [Fault, .. new[] { "unable", "waiting", "blame", "loss", "outage" }.Select(IndexOf)];
    }

    public static IReadOnlyList<string> Names { get; }

    public static int Fault { get; }

    public static int Praise { get; }

    public static int[] Praises { get; }

    public static int[] Shortfalls { get; }

    public static int IndexOf(string name) => Places.TryGetValue(name, out var place)
        ? place
        : throw new InvalidDataException($"'{name}' is no feature: add it to FeatureSpace or correct the resource that names it.");
}
