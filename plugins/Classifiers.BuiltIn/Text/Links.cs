namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

internal static class Links
{
    public static bool StartsLink(ReadOnlySpan<char> rest) =>
        rest[0] is 'h' or 'H' or 'w' or 'W'
        && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
}
