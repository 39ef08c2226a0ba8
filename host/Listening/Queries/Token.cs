namespace SocialCrm.Host.Listening;

/// <summary>A word of a text: folded for comparing, with its place in the text as it was written.</summary>
/// <param name="Text">Lower case, without diacritics.</param>
/// <param name="Mark"># or @ where one stands right before the word; else U+0000.</param>
/// <param name="Start">Where it begins, in UTF-16 units, its mark included.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct Token(string Text, char Mark, int Start, int Length)
{
    public int End => Start + Length;
}
