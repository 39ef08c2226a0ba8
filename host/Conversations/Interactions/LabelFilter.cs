using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>Reads a filter such as <c>type:complaint</c>.</summary>
internal static class LabelFilter
{
    private const int LongestTopic = 64;

    /// <summary>The messages with the label; null when there is no such facet or value.</summary>
    public static IQueryable<Interaction>? Apply(IQueryable<Interaction> messages, string label)
    {
        var colon = label.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var (facet, value) = (label[..colon], label[(colon + 1)..]);
        return facet switch
        {
            Facets.Language => IsLanguage(value) ? messages.Where(m => m.Labels.Language == value) : null,
            Facets.Topic => value is { Length: > 0 and <= LongestTopic } && !value.Contains('\0')
                ? messages.Where(m => m.Labels.Topics.Contains(value))
                : null,
            _ => IsClosedValue(facet, value) ? ApplyClosed(messages, facet, LabelCodes.Code(facet, value)) : null,
        };
    }

    /// <summary>The topic that a label is of; null for any other label, and for not being sure of any.</summary>
    public static string? Topic(string label) =>
        label.StartsWith($"{Facets.Topic}:", StringComparison.Ordinal) && label[(Facets.Topic.Length + 1)..] is var topic && topic != Facets.Unsure ? topic : null;

    private static bool IsLanguage(string value) => value == Facets.Unsure || (value.Length == 2 && value.All(char.IsAsciiLetterLower));

    private static bool IsClosedValue(string facet, string value) =>
        Facets.ClosedValues.TryGetValue(facet, out var values) && (value == Facets.Unsure || values.Contains(value, StringComparer.Ordinal));

    private static IQueryable<Interaction>? ApplyClosed(IQueryable<Interaction> messages, string facet, short? code) => facet switch
    {
        Facets.Type => messages.Where(m => m.Labels.Type == code),
        Facets.Asks => messages.Where(m => m.Labels.Asks == code),
        Facets.Complains => messages.Where(m => m.Labels.Complains == code),
        Facets.Praises => messages.Where(m => m.Labels.Praises == code),
        Facets.Sentiment => messages.Where(m => m.Labels.Sentiment == code),
        Facets.Action => messages.Where(m => m.Labels.Action == code),
        Facets.Urgency => messages.Where(m => m.Labels.Urgency == code),
        _ => null,
    };
}
