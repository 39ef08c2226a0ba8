using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Lexicons;
using SocialCrm.Plugins.Classifiers.BuiltIn.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>Walks through a message once, phrase by phrase, and writes down what each says.</summary>
internal sealed class CueReader(PictographList pictographs)
{
    public void Read(string text, Lexicon? lexicon, MessageReading reading)
    {
        reading.FindWords(text, lexicon);
        var mood = default(Mood);
        var opens = false;
        for (var i = 0; i < reading.Tokens.Count;)
        {
            var token = reading.Tokens[i];
            if (token.IsWordLike)
            {
                opens |= token.OpensClause;
                i += ReadPhrase(lexicon, reading, i, ref mood, ref opens);
                continue;
            }
            ReadSign(text, token, reading);
            if (token.EndsClause)
            {
                mood.EndClause();
            }
            i++;
        }
        if (mood.ContrastAt > 0)
        {
            reading[Signal.Contrast] = 1;
            Valence.Contrast(reading.Hits, mood.ContrastAt);
        }
        // "Great job losing my bag": praise may be meant or not, where something fell short.
        reading[Signal.PraiseBesideFault] = HasAny(FeatureSpace.Praises, reading) && HasAny(FeatureSpace.Shortfalls, reading) ? 1 : 0;
        Valence.Sum(reading);
    }

    /// <summary>Reads the longest phrase at a word, and answers how many words it spans.</summary>
    private static int ReadPhrase(Lexicon? lexicon, MessageReading reading, int at, ref Mood mood, ref bool opens)
    {
        mood.Pass();
        var length = 1;
        var meaning = lexicon?.Match(reading.Words, at, out length);
        if (meaning is not null)
        {
            var span = Span(reading.Tokens[at], reading.Tokens[at + length - 1]);
            Apply(meaning, span, opens, reading, mood);
            mood = Turn(meaning, mood, span.Start);
        }
        opens = meaning?.Roles.HasFlag(Roles.Greeting) ?? false;
        return length;
    }

    private static bool HasAny(int[] features, MessageReading reading) => Array.Exists(features, feature => reading.Features[feature] > 0);

    private static Token Span(Token first, Token last) => first with { Length = last.Start + last.Length - first.Start };

    private static Mood Turn(Meaning meaning, Mood mood, int at)
    {
        if (meaning.Roles.HasFlag(Roles.Negator))
        {
            mood.Negate();
        }
        if (meaning.Roles.HasFlag(Roles.Contrast))
        {
            mood.ContrastAt = at;
            mood.EndClause();
        }
        if ((meaning.Roles & (Roles.Booster | Roles.Damper)) != Roles.None)
        {
            mood.BoostBy(meaning.Roles.HasFlag(Roles.Booster) ? Valence.Booster : Valence.Damper);
        }
        return mood;
    }

    private static void Apply(Meaning meaning, Token span, bool opens, MessageReading reading, Mood mood)
    {
        if (meaning.Roles.HasFlag(Roles.Negator))
        {
            Count(reading, span, (int)Signal.Negation, "");
        }
        if (opens && (meaning.Roles & (Roles.AskingWord | Roles.Auxiliary | Roles.Why)) != Roles.None)
        {
            Count(reading, span, (int)OpeningOf(meaning.Roles), "");
        }
        foreach (var cue in meaning.Cues)
        {
            CountCue(reading, span, cue, mood.IsNegated);
        }
        if (meaning.Valence is { } valence and not 0)
        {
            AddValence(valence, span, reading, mood);
        }
    }

    private static Signal OpeningOf(Roles roles) =>
        roles.HasFlag(Roles.Why) ? Signal.OpensWhy
        : roles.HasFlag(Roles.AskingWord) ? Signal.OpensAsking
        : Signal.OpensAuxiliary;

    private static void CountCue(MessageReading reading, Token span, int cue, bool negated)
    {
        if (negated && cue == FeatureSpace.Praise)
        {
            Count(reading, span, (int)Signal.NegatedPraise, "negated praise");
        }
        else if (negated && cue == FeatureSpace.Fault)
        {
            Count(reading, span, (int)Signal.NegatedFault, "negated");
        }
        else
        {
            Count(reading, span, cue, "");
        }
    }

    private static void AddValence(float valence, Token span, MessageReading reading, Mood mood)
    {
        var shaded = Valence.Shade(valence, mood, span.IsShouted);
        var note = mood.IsNegated ? "negated" : mood.Boost > 0 ? "intensified" : mood.Boost < 0 ? "softened" : span.IsShouted ? "in capitals" : "";
        var feature = shaded > 0 ? Signal.Positive : Signal.Negative;
        reading.Hits.Add(new Hit(span.Start, span.Length, (int)feature, MathF.Abs(shaded), note));
    }

    // A second cue of a kind adds half of the first, a third a quarter: ten are not ten times as sure.
    private static void Count(MessageReading reading, Token span, int feature, string note)
    {
        ref var count = ref reading.Features[feature];
        count += (2 - count) / 2;
        reading.Hits.Add(new Hit(span.Start, span.Length, feature, 1, note));
    }

    private void ReadSign(string text, Token token, MessageReading reading)
    {
        switch (token.Kind)
        {
            case TokenKind.Question:
                Count(reading, token, (int)Signal.QuestionMark, "");
                break;
            case TokenKind.Exclamation:
                Count(reading, token, (int)Signal.Exclamation, "");
                break;
            case TokenKind.Pictograph or TokenKind.Emoticon:
                AddFace(text.AsSpan(token.Start, token.Length), token, reading);
                break;
            default:
                break;
        }
    }

    private void AddFace(ReadOnlySpan<char> face, Token token, MessageReading reading)
    {
        var valence = token.Kind == TokenKind.Emoticon ? Emoticons.ValenceOf(face) : pictographs.ValenceOf(face);
        if (valence == 0)
        {
            return;
        }
        var strength = MathF.Abs(valence) * (token.Repeats > 1 ? 1.3f : 1f);
        Count(reading, token, (int)(valence > 0 ? Signal.GladSign : Signal.SadSign), "");
        reading.Hits.Add(new Hit(token.Start, token.Length, (int)(valence > 0 ? Signal.Positive : Signal.Negative), strength, ""));
    }
}
