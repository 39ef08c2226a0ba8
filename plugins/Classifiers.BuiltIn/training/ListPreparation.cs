using System.Globalization;
using System.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Makes the compact lists of the plugin from VADER's: a valence for each word and for each emoji with feeling.</summary>
internal static class ListPreparation
{
    // Where the sum over an emoji's description misses what people say with it.
    private const string Corrected =
        "😂 1.2,🤣 1.2,😅 0.6,🙏 0.8,👍 2,👎 -2,👏 2,🙌 2.2,💯 1.8,🔥 1,💪 1.2,🙄 -1.8,😒 -2,😑 -1.2,😐 -0.4,🤦 -1.8,🤷 -0.3,😡 -3,😠 -2.8,🤬 -3.2,😤 -1.8,"
        + "😩 -1.8,😫 -2,😭 -1.2,😢 -2,😞 -2.2,😔 -2,😕 -1.5,🙁 -1.8,☹ -2,😖 -1.8,😣 -1.8,😱 -1.4,🤮 -3,🤢 -2.5,💩 -2,🖕 -3,💔 -2.5,❤ 2.8,♥ 2.8,💕 2.8,💖 2.8,💙 2.6,"
        + "💚 2.6,💛 2.6,💜 2.6,🧡 2.6,🖤 1.5,😍 3,😘 2.6,🥰 3,🤩 2.8,😊 2.4,☺ 2.2,😀 2,😃 2.2,😄 2.2,😁 2,😆 1.6,😉 1.2,😎 1.8,🎉 2.2,🥳 2.4,✨ 1.2,⭐ 1.5,🌟 1.8,👌 1.8,"
        + "🤗 2,😇 1.8,🙂 0.8,😋 1.8,✅ 0.8,❌ -1,⚠ -0.8,😴 -0.2,🤔 -0.3,👀 0,😬 -0.8,😳 -0.4,😪 -1,😥 -1.4,😓 -1.4,😨 -1.6,😰 -1.6,🤡 -1.8,🚫 -0.8,🏆 1.8,🥇 1.8,💃 1.6";

    public static void Write(DataSets data, string resources)
    {
        var words = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var cells in File.ReadLines(data.At("free/lexicon_vader.txt")).Select(line => line.Split('\t')))
        {
            if (cells[0].All(c => char.IsAsciiLetterLower(c) || c is '\''))
            {
                words[cells[0]] = double.Parse(cells[1], CultureInfo.InvariantCulture);
            }
        }
        File.WriteAllLines(Path.Combine(resources, "valence-en.tsv"), words.Select(word => $"{word.Key}\t{word.Value:0.0}"));
        File.WriteAllLines(Path.Combine(resources, "emoji.tsv"), Emoji(data, words).Select(sign => $"{char.ConvertFromUtf32(sign.Key)}\t{sign.Value:0.0}"));
    }

    private static SortedDictionary<int, double> Emoji(DataSets data, SortedDictionary<string, double> words)
    {
        var signs = new SortedDictionary<int, double>();
        foreach (var cells in File.ReadLines(data.At("free/lexicon_emoji.txt")).Select(line => line.Split('\t')))
        {
            var runes = cells[0].EnumerateRunes().ToList();
            var isSingle = runes.Count == 1 || (runes.Count == 2 && runes[1].Value == 0xFE0F);
            var valence = cells[1].Split(' ').Sum(word => words.GetValueOrDefault(word));
            if (isSingle && Math.Abs(valence) >= 1 && Rune.GetUnicodeCategory(runes[0]) == UnicodeCategory.OtherSymbol)
            {
                signs[runes[0].Value] = Math.Clamp(valence, -3.5, 3.5);
            }
        }
        foreach (var pair in Corrected.Split(',').Select(text => text.Split(' ')))
        {
            signs[pair[0].EnumerateRunes().First().Value] = double.Parse(pair[1], CultureInfo.InvariantCulture);
        }
        return signs;
    }
}
