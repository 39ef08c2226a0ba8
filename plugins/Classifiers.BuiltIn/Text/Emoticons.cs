namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

/// <summary>Faces made of signs. The longest that fits wins, and it must not run on into a word.</summary>
internal static class Emoticons
{
    private static readonly string[] Glad =
        [":)", ":-)", ":D", ":-D", ";)", ";-)", "=)", ":]", "<3", "^_^", "^^", ":*", ":-*", "(:", "=D", ":P", ":p", "\\o/"];

    private static readonly string[] Sad =
        [":(", ":-(", ":'(", ":/", ":-/", ":\\", ":-\\", "=(", ":[", "</3", ">:(", "-_-", ":|", ":-|", "):", "D:", ":@", "=/", ":c"];

    public static int Measure(ReadOnlySpan<char> rest) =>
        rest[0] is ':' or ';' or '=' or '<' or '^' or '(' or '>' or '-' or ')' or 'D' or '\\'
            ? Math.Max(Longest(Glad, rest), Longest(Sad, rest))
            : 0;

    public static float ValenceOf(ReadOnlySpan<char> face) => Longest(Glad, face) == face.Length ? 2f : -1.8f;

    private static int Longest(string[] faces, ReadOnlySpan<char> rest)
    {
        var longest = 0;
        foreach (var face in faces)
        {
            if (face.Length > longest && rest.StartsWith(face, StringComparison.Ordinal)
                && (rest.Length == face.Length || !char.IsLetterOrDigit(rest[face.Length])))
            {
                longest = face.Length;
            }
        }
        return longest;
    }
}
