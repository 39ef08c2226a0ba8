using System.Globalization;
using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;

/// <summary>
/// Reads a list of words. <c>[fault]</c> opens a section; below it stand phrases between commas, where <c>a/b</c> means
/// either, <c>#</c> any figure and <c>stem*</c> any ending; in <c>[valence]</c> a line begins with its value and a colon.
/// </summary>
internal static class LexiconFile
{
    private static readonly Dictionary<string, Roles> RoleSections = new(StringComparer.Ordinal)
    {
        ["negator"] = Roles.Negator,
        ["booster"] = Roles.Booster,
        ["damper"] = Roles.Damper,
        ["contrast"] = Roles.Contrast,
        ["asking-word"] = Roles.AskingWord,
        ["auxiliary"] = Roles.Auxiliary,
        ["why"] = Roles.Why,
        ["greeting"] = Roles.Greeting,
    };

    public static void Read(TextReader file, LexiconBuilder lexicon)
    {
        Action<Meaning> mean = _ => { };
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }
            if (line[0] == '[')
            {
                mean = OpenSection(line.Trim('[', ']'));
                continue;
            }
            if (line.Split(": ", 2) is [var value, var listed])
            {
                var valence = float.Parse(value, CultureInfo.InvariantCulture);
                mean = meaning => meaning.Valence = valence;
                line = listed;
            }
            foreach (var phrase in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Add(phrase, lexicon, mean);
            }
        }
    }

    private static Action<Meaning> OpenSection(string name)
    {
        if (name == "valence")
        {
            return _ => throw new InvalidDataException("A line of [valence] begins with a value and a colon.");
        }
        if (RoleSections.TryGetValue(name, out var role))
        {
            return meaning => meaning.Roles |= role;
        }
        var cue = FeatureSpace.IndexOf(name);
        return meaning =>
        {
            if (!meaning.Cues.Contains(cue))
            {
                meaning.Cues.Add(cue);
            }
        };
    }

    private static void Add(string phrase, LexiconBuilder lexicon, Action<Meaning> mean)
    {
        foreach (var variant in Expand(phrase.Split(' ').Select(Alternatives).ToArray(), 0))
        {
            mean(lexicon[variant]);
        }
    }

    // "doesn't" is typed "doesnt" as well; other contractions without their apostrophe are words of their own (we're).
    private static IEnumerable<string> Alternatives(string words) => words.Split('/').Select(Fold).SelectMany(
        word => word.EndsWith("n't", StringComparison.Ordinal) ? [word, word.Replace("'", "", StringComparison.Ordinal)] : new[] { word });

    private static IEnumerable<string> Expand(IEnumerable<string>[] words, int at) => at == words.Length - 1
        ? words[at]
        : words[at].SelectMany(word => Expand(words, at + 1).Select(rest => word + " " + rest));

    private static string Fold(string word)
    {
        var folded = new char[word.Length];
        return new string(folded, 0, Letters.Fold(word, folded));
    }
}
