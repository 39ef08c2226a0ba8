using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Settings;

/// <summary>Moves the thresholds with which heads were measured. What each step costs and brings stands in docs/classifier.md.</summary>
internal static class Thresholds
{
    private const double UpTowardsOne = 0.25;
    private const double DownTowardsZero = 0.2;

    public static IReadOnlyList<Head> MovedBy(this IReadOnlyList<Head> heads, BuiltInSettings settings)
    {
        foreach (var head in heads)
        {
            head.Threshold = Moved(head.Threshold, head.Facet == Facets.Sentiment ? settings.Sentiment : settings.Certainty);
        }
        return heads;
    }

    private static double Moved(double threshold, Certainty certainty) => certainty switch
    {
        Certainty.Careful => threshold + ((1 - threshold) * UpTowardsOne),
        Certainty.Bold => threshold * (1 - DownTowardsZero),
        _ => threshold,
    };
}
