using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>Which labels a person can set.</summary>
internal static class CorrectionRules
{
    private const int LongestTopic = 64;

    /// <summary>The field at fault and what to do; null when the label can be set.</summary>
    public static (string Field, string Message)? Error(string facet, string value) => facet switch
    {
        Facets.Language => Languages.Contains(value) ? null : ("value", "Give a language by its two letters of ISO 639-1, such as en."),
        Facets.Topic => IsTopic(value) ? null : ("value", $"Name a topic with at most {LongestTopic} characters."),
        _ when Facets.ClosedValues.TryGetValue(facet, out var values) =>
            values.Contains(value, StringComparer.Ordinal) ? null : ("value", $"Choose one of {string.Join(", ", values)}."),
        _ => ("facet", $"There is no such facet. Choose one of {string.Join(", ", Facets.ClosedValues.Keys)}, {Facets.Language}, {Facets.Topic}."),
    };

    private static bool IsTopic(string value) =>
        value is { Length: > 0 and <= LongestTopic } && value != Facets.Unsure && value == value.Trim() && !value.Any(char.IsControl);
}
