using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

/// <summary>Tells the language by the script, and within a script by sequences of letters.</summary>
internal sealed class LanguageIdentifier
{
    // Kana stand between Han signs in Japanese; a tenth of them is enough to know it.
    private const double KanaInJapanese = 0.1;
    private const int FewLetters = 3;

    private readonly LanguageProfile _profile;
    private readonly Script[] _scriptOfLane;

    public LanguageIdentifier(LanguageProfile profile)
    {
        _profile = profile;
        _scriptOfLane = [.. profile.Codes.Select(ScriptOf)];
    }

    public LanguageGuess Identify(string text, List<Token> tokens)
    {
        Span<char> buffer = stackalloc char[LetterSequences.MostLetters];
        var letters = buffer[..LetterSequences.Letters(text, tokens, buffer)];
        Span<int> counts = stackalloc int[(int)Script.Other + 1];
        var total = CountScripts(letters, counts);
        if (total == 0)
        {
            return new LanguageGuess("", 0);
        }
        var script = MainScript(counts);
        var share = counts[(int)script] / (double)total;
        if (Scripts.LanguageOf(script) is { } only)
        {
            return new LanguageGuess(only, share * total / (total + 0.1));
        }
        if (script == Script.Other)
        {
            return new LanguageGuess("", 0);
        }
        var guess = Compare(letters, script);
        return guess with { Confidence = guess.Confidence * share * (total < FewLetters ? 0.5 : 1) };
    }

    /// <summary>The probability of each language of the profile, before the script is looked at.</summary>
    public static void Score(LanguageProfile profile, ReadOnlySpan<char> letters, Span<double> scores)
    {
        Span<ushort> buckets = stackalloc ushort[LetterSequences.MostBuckets];
        var count = LetterSequences.Buckets(letters, buckets);
        Span<int> sums = stackalloc int[LanguageProfile.Lanes];
        sums.Clear();
        profile.Sum(buckets[..count], sums);
        for (var lane = 0; lane < profile.Codes.Count; lane++)
        {
            scores[lane] = sums[lane] * profile.Scale / Math.Sqrt(Math.Max(1, count));
        }
    }

    private LanguageGuess Compare(ReadOnlySpan<char> letters, Script script)
    {
        Span<double> scores = stackalloc double[LanguageProfile.Lanes];
        Score(_profile, letters, scores);
        for (var lane = 0; lane < _scriptOfLane.Length; lane++)
        {
            scores[lane] = _scriptOfLane[lane] == script ? scores[lane] : double.NegativeInfinity;
        }
        var known = scores[.._scriptOfLane.Length];
        var (best, highest) = TakeBest(known);
        var sum = 1.0;
        foreach (var score in known)
        {
            sum += Math.Exp(score - highest);
        }
        var second = _profile.Codes[TakeBest(known).Lane];
        return new LanguageGuess(_profile.Codes[best], 1 / sum, second, _profile.Codes[TakeBest(known).Lane]);
    }

    private static (int Lane, double Score) TakeBest(Span<double> scores)
    {
        var best = 0;
        for (var lane = 1; lane < scores.Length; lane++)
        {
            best = scores[lane] > scores[best] ? lane : best;
        }
        var score = scores[best];
        scores[best] = double.NegativeInfinity;
        return (best, score);
    }

    private static int CountScripts(ReadOnlySpan<char> letters, Span<int> counts)
    {
        counts.Clear();
        var total = 0;
        foreach (var letter in letters)
        {
            if (letter is not (' ' or '\''))
            {
                counts[(int)Scripts.Of(letter)]++;
                total++;
            }
        }
        return total;
    }

    private static Script MainScript(Span<int> counts)
    {
        ref var kana = ref counts[(int)Script.Kana];
        ref var han = ref counts[(int)Script.Han];
        if (kana > KanaInJapanese * (kana + han))
        {
            kana += han;
            han = 0;
        }
        var main = Script.Latin;
        for (var script = Script.Latin; script <= Script.Other; script++)
        {
            main = counts[(int)script] > counts[(int)main] ? script : main;
        }
        return main;
    }

    private static Script ScriptOf(string code) => code switch
    {
        "ru" or "uk" or "bg" => Script.Cyrillic,
        "ar" or "fa" => Script.Arabic,
        _ => Script.Latin,
    };
}
