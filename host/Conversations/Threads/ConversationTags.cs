namespace SocialCrm.Host.Conversations;

/// <summary>What tags have to keep to.</summary>
internal static class ConversationTags
{
    public const int Most = 20;
    public const int Longest = 50;

    /// <summary>The tags trimmed, each once, in the order of the alphabet; null when one of them is not possible.</summary>
    public static string[]? Read(IEnumerable<string> tags)
    {
        var read = tags.Select(t => t.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        return read.Length <= Most && Array.TrueForAll(read, IsPossible) ? read : null;
    }

    public static bool IsPossible(string tag) => tag is { Length: > 0 and <= Longest } && !tag.Any(char.IsControl);

    /// <summary>The tags with one more, unless it is there or there are too many.</summary>
    public static string[] With(string[] tags, string tag) =>
        tags.Length >= Most || tags.Contains(tag, StringComparer.OrdinalIgnoreCase) ? tags : [.. tags.Append(tag).Order(StringComparer.Ordinal)];
}
