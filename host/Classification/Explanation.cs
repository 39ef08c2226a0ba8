using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>Turns the classifier's evidence into words for people. Pure.</summary>
internal static class Explanation
{
    private const int MostWords = 5;
    private const int LongestSpan = 60;

    /// <summary>The words that spoke for the label, such as <c>“broken” · “still no”</c>; null where there are none.</summary>
    public static string? Of(string text, IEnumerable<Evidence> evidence)
    {
        var words = evidence.Where(e => e.Weight > 0 && IsWithin(text, e))
            .OrderByDescending(e => e.Weight).ThenBy(e => e.Start)
            .Select(e => Words(text.Substring(e.Start, e.Length)))
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostWords)
            .Select(w => $"“{w}”");
        return string.Join(" · ", words) is { Length: > 0 } found ? found : null;
    }

    /// <summary>The spans that lie within the text, in its order.</summary>
    public static List<LabelEvidence> Spans(string text, IEnumerable<Evidence> evidence) =>
        [.. evidence.Where(e => IsWithin(text, e)).OrderBy(e => e.Start)
            .Select(e => new LabelEvidence(e.Start, e.Length, Math.Round(e.Weight, 3), e.Note.Length > 0 ? e.Note : null))];

    private static bool IsWithin(string text, Evidence evidence) =>
        evidence.Start >= 0 && evidence.Length > 0 && evidence.Start <= text.Length - evidence.Length;

    private static string Words(string span)
    {
        var words = string.Join(' ', span.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestSpan ? words[..Whole(words, LongestSpan)] + "…" : words;
    }

    // A character outside the basic plane takes two units and must not be cut in half.
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
