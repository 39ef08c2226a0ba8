using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>What emoji feel like, by their first code point: skin tones and variants change nothing.</summary>
internal sealed class PictographList
{
    private readonly FrozenDictionary<int, float> _valences = Read().ToFrozenDictionary();

    public float ValenceOf(ReadOnlySpan<char> sign)
    {
        Rune.DecodeFromUtf16(sign, out var rune, out _);
        return _valences.GetValueOrDefault(rune.Value);
    }

    private static IEnumerable<KeyValuePair<int, float>> Read()
    {
        using var file = Resources.OpenText("emoji.tsv");
        while (file.ReadLine()?.Split('\t') is [var sign, var valence])
        {
            yield return KeyValuePair.Create(Rune.GetRuneAt(sign, 0).Value, float.Parse(valence, CultureInfo.InvariantCulture));
        }
    }
}
