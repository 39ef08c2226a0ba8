using System.Collections.Frozen;
using System.Globalization;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>The lexicons of the languages that the classifier reads.</summary>
internal sealed class LexiconShelf
{
    public static readonly string[] Codes = ["en", "de", "fr", "es", "pt", "it", "nl", "tr", "ar"];

    private readonly FrozenDictionary<string, Lexicon> _lexicons =
        Codes.ToFrozenDictionary(code => code, Read, StringComparer.Ordinal);

    public Lexicon English => _lexicons["en"];

    public Lexicon? Find(string language) => _lexicons.GetValueOrDefault(language);

    private static Lexicon Read(string language)
    {
        var lexicon = new LexiconBuilder();
        if (language == "en")
        {
            ReadValences(lexicon);
        }
        using var file = Resources.OpenText(language + ".txt");
        LexiconFile.Read(file, lexicon);
        return lexicon.Build();
    }

    private static void ReadValences(LexiconBuilder lexicon)
    {
        using var file = Resources.OpenText("valence-en.tsv");
        while (file.ReadLine()?.Split('\t') is [var word, var valence])
        {
            lexicon[word].Valence = float.Parse(valence, CultureInfo.InvariantCulture);
        }
    }
}
