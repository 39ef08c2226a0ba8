using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Fits the language profile: a softmax over hashed letter sequences, on whole sentences and on cuttings of them.</summary>
internal static class LanguageTraining
{
    private const int Passes = 8;
    private const double Rate = 0.5;
    private const int EnglishMessages = 2500;
    private const int ShortestCutting = 10;
    private const int LongestCutting = 60;
    private const float LargestStep = 127;

    private static readonly HashSet<string> KnownByScript =
        new(Enum.GetValues<Script>().Select(Scripts.LanguageOf).OfType<string>(), StringComparer.Ordinal);

    public static LanguageProfile Fit(DataSets data)
    {
        var samples = Samples(data);
        string[] codes = [.. samples.Select(sample => sample.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var weights = new float[LanguageProfile.Buckets * LanguageProfile.Lanes];
        var squares = new float[weights.Length];
        var random = new Random(20);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(samples);
            foreach (var (code, letters) in samples)
            {
                var lane = Array.IndexOf(codes, code);
                Learn(letters, lane, codes.Length, weights, squares);
                Learn(Cut(letters, random), lane, codes.Length, weights, squares);
            }
        }
        return Quantise(codes, weights);
    }

    public static string LettersOf(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, tokens);
        var letters = new char[LetterSequences.MostLetters];
        return new string(letters, 0, LetterSequences.Letters(text, tokens, letters));
    }

    // Social messages are added for English alone, of which there are free ones; every tenth sentence is left for measuring.
    private static (string Code, string Letters)[] Samples(DataSets data)
    {
        var sentences = data.Languages().Where(row => !KnownByScript.Contains(row.Language) && !IsHeldOut(row.Text));
        var messages = data.RatedSentiment().Where((_, i) => i % 3 == 0).Take(EnglishMessages).Select(row => ("en", row.Message.Text));
        return [.. sentences.Concat(messages).Concat(Listed()).Select(row => (row.Item1, LettersOf(row.Item2)))];
    }

    // The words that customers use are rare in the sentences, and are what a short message consists of.
    private static IEnumerable<(string, string)> Listed()
    {
        foreach (var code in LexiconShelf.Codes)
        {
            using var file = Resources.OpenText(code + ".txt");
            while (file.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] is not ('[' or '/'))
                {
                    yield return (code, line.Replace('/', ' '));
                }
            }
        }
    }

    public static bool IsHeldOut(string text) => DataSets.Hash(text) % 10 == 0;

    private static string Cut(string letters, Random random)
    {
        var length = random.Next(ShortestCutting, LongestCutting);
        var start = letters.IndexOf(' ', random.Next(Math.Max(1, letters.Length - length)));
        var end = start < 0 || start + length >= letters.Length ? -1 : letters.LastIndexOf(' ', start + length);
        return end > start && start >= 0 ? letters[start..(end + 1)] : letters;
    }

    private static void Learn(string letters, int right, int lanes, float[] weights, float[] squares)
    {
        Span<ushort> buckets = stackalloc ushort[LetterSequences.MostBuckets];
        var count = LetterSequences.Buckets(letters, buckets);
        var norm = 1 / MathF.Sqrt(Math.Max(1, count));
        Span<double> slopes = stackalloc double[lanes];
        Slopes(buckets[..count], right, norm, weights, slopes);
        foreach (var bucket in buckets[..count])
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                var at = (bucket * LanguageProfile.Lanes) + lane;
                var slope = (float)slopes[lane] * norm;
                if (Math.Abs(slope) > 1e-5f)
                {
                    squares[at] += slope * slope;
                    weights[at] -= (float)Rate * slope / MathF.Sqrt(squares[at] + 1e-3f);
                }
            }
        }
    }

    private static void Slopes(ReadOnlySpan<ushort> buckets, int right, float norm, float[] weights, Span<double> slopes)
    {
        slopes.Clear();
        foreach (var bucket in buckets)
        {
            for (var lane = 0; lane < slopes.Length; lane++)
            {
                slopes[lane] += weights[(bucket * LanguageProfile.Lanes) + lane] * norm;
            }
        }
        var highest = double.MinValue;
        foreach (var slope in slopes)
        {
            highest = Math.Max(highest, slope);
        }
        var sum = 0.0;
        foreach (ref var slope in slopes)
        {
            sum += slope = Math.Exp(slope - highest);
        }
        foreach (ref var slope in slopes)
        {
            slope /= sum;
        }
        slopes[right] -= 1;
    }

    private static LanguageProfile Quantise(string[] codes, float[] weights)
    {
        // The few largest weights are cut off, so that the many small ones keep some detail.
        var sizes = weights.Where(weight => weight != 0).Select(MathF.Abs).Order().ToArray();
        var scale = sizes[(int)(sizes.Length * 0.999)] / LargestStep;
        var rows = weights.Select(weight => (sbyte)Math.Clamp(MathF.Round(weight / scale), -LargestStep, LargestStep)).ToArray();
        return new LanguageProfile(codes, scale, rows);
    }
}
