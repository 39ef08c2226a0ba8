using System.Text.Json.Serialization;

namespace SocialCrm.Host.Customers;

/// <summary>
/// A mean in which a value counts half as much after each half-life. The weights depend on the values' own times alone,
/// so that the order of adding does not matter and adding with the opposite sign takes a value out again.
/// </summary>
public sealed record DecayingMean(double Sum = 0, double Weight = 0, DateTime At = default)
{
    // Below this weight the mean is the noise of rounding.
    private const double Nothing = 1e-6;

    [JsonIgnore]
    public double? Value => Weight > Nothing ? Math.Clamp(Sum / Weight, -1, 1) : null;

    public DecayingMean Add(double value, DateTime at, int sign, TimeSpan halfLife)
    {
        if (Weight == 0 && Sum == 0)
        {
            return new DecayingMean(sign * value, sign, at);
        }

        var latest = at > At ? at : At;
        var kept = Decay(latest - At, halfLife);
        var added = sign * Decay(latest - at, halfLife);
        return new DecayingMean((Sum * kept) + (value * added), (Weight * kept) + added, latest);
    }

    /// <summary>The sum of two means, as of the later one.</summary>
    public DecayingMean Plus(DecayingMean other, TimeSpan halfLife)
    {
        if (other.At == default || At == default)
        {
            return At == default ? other : this;
        }

        var latest = at(At, other.At);
        var mine = Decay(latest - At, halfLife);
        var theirs = Decay(latest - other.At, halfLife);
        return new DecayingMean((Sum * mine) + (other.Sum * theirs), (Weight * mine) + (other.Weight * theirs), latest);

        static DateTime at(DateTime left, DateTime right) => left > right ? left : right;
    }

    private static double Decay(TimeSpan age, TimeSpan halfLife) => Math.Pow(2, -age / halfLife);
}
