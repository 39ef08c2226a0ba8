using System.Globalization;
using System.Text;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// Makes a file's name safe to show and to save under: no folders, nothing invisible, nothing that turns the direction of
/// writing (U+202E makes "gpj.exe" look like "exe.jpg").
/// </summary>
internal static class AttachmentName
{
    public const int Longest = 200;
    private const int LongestEnding = 20;
    private const string Nameless = "file";

    public static string Clean(string? given)
    {
        var name = given ?? "";
        var clean = new StringBuilder(Math.Min(name.Length, 1024));
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (!IsHidden(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        // Windows drops dots and spaces at the end, so that "a.exe." is a program there.
        var text = clean.ToString().Trim(' ').TrimEnd('.', ' ');
        return text.Trim('.', ' ').Length == 0 ? Nameless : Shorten(text);
    }

    /// <summary>What stands behind the last dot, in lower case; empty where there is none.</summary>
    public static string Ending(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    // Joiners (U+200C, U+200D) belong to words and emoji of many languages: they stay.
    private static bool IsHidden(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var end = Longest - ending.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + ending;
    }
}
