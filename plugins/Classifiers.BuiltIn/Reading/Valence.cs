using System.Runtime.InteropServices;
using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Reading;

/// <summary>How a word's feeling is changed by what stands around it, and how the feelings of a message add up.</summary>
/// <remarks>The constants are those of VADER (Hutto and Gilbert, 2014), which people's ratings gave.</remarks>
internal static class Valence
{
    public const float Booster = 0.293f;
    public const float Damper = -0.293f;
    private const float Negation = -0.74f;
    private const float Shout = 0.733f;
    private const float Spread = 15f;

    public static float Shade(float valence, Mood mood, bool shouted)
    {
        var sign = MathF.Sign(valence);
        var shaded = valence + (sign * mood.Boost) + (shouted ? sign * Shout : 0);
        return mood.IsNegated ? shaded * Negation : shaded;
    }

    /// <summary>In "slow but kind" the second half is meant.</summary>
    public static void Contrast(List<Hit> hits, int start)
    {
        foreach (ref var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (hit.Feature is (int)Signal.Positive or (int)Signal.Negative)
            {
                hit = hit with { Amount = hit.Amount * (hit.Start < start ? 0.5f : 1.5f) };
            }
        }
    }

    public static void Sum(MessageReading reading)
    {
        float positive = 0, negative = 0;
        foreach (var hit in reading.Hits)
        {
            if (hit.Feature == (int)Signal.Positive)
            {
                positive += hit.Amount;
                reading[Signal.StrongestPositive] = Math.Max(reading[Signal.StrongestPositive], hit.Amount / 4);
            }
            else if (hit.Feature == (int)Signal.Negative)
            {
                negative += hit.Amount;
                reading[Signal.StrongestNegative] = Math.Max(reading[Signal.StrongestNegative], hit.Amount / 4);
            }
        }
        reading[Signal.Positive] = Level(positive);
        reading[Signal.Negative] = Level(negative);
        reading[Signal.Balance] = Level(positive - negative);
    }

    private static float Level(float sum) => sum / MathF.Sqrt((sum * sum) + Spread);
}
