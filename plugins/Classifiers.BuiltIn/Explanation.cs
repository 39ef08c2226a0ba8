using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>The words that led to a value: the weights are linear, so that what is shown is what counted.</summary>
internal static class Explanation
{
    private const double LeastWeight = 0.1;
    private const int Most = 24;
    private const double StrongestFeeling = 4;

    public static IReadOnlyList<Evidence> Of(Head head, int value, List<Hit> hits)
    {
        var evidence = new List<Evidence>();
        foreach (var span in hits.GroupBy(hit => (hit.Start, hit.Length)))
        {
            var weight = Math.Round(span.Sum(hit => Weigh(head, value, hit)), 2);
            if (Math.Abs(weight) >= LeastWeight)
            {
                evidence.Add(new Evidence(span.Key.Start, span.Key.Length, weight, span.Select(hit => hit.Note).Max() ?? ""));
            }
        }
        return [.. evidence.OrderByDescending(span => Math.Abs(span.Weight)).Take(Most).OrderBy(span => span.Start)];
    }

    private static double Weigh(Head head, int value, Hit hit)
    {
        var isFeeling = hit.Feature is (int)Signal.Positive or (int)Signal.Negative;
        return Weigh(head, value, hit.Feature) * (isFeeling ? hit.Amount / StrongestFeeling : 1);
    }

    // A word with feeling moves the balance too, and may be the strongest of its kind.
    private static double Weigh(Head head, int value, int feature) => (Signal)feature switch
    {
        Signal.Positive => head.Pull(value, feature) + head.Pull(value, (int)Signal.Balance) + head.Pull(value, (int)Signal.StrongestPositive),
        Signal.Negative => head.Pull(value, feature) - head.Pull(value, (int)Signal.Balance) + head.Pull(value, (int)Signal.StrongestNegative),
        _ => head.Pull(value, feature),
    };
}
