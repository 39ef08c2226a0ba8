namespace SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

/// <summary>A softmax over linear scores: the weights may be set by hand, fitted at build time or, later, learned on site.</summary>
/// <param name="facet">The facet it decides.</param>
/// <param name="values">The values it chooses from.</param>
/// <param name="weights">For each value, a weight for each feature.</param>
/// <param name="threshold">The least confidence with which it answers.</param>
internal sealed class Head(string facet, string[] values, float[][] weights, double threshold)
{
    public string Facet { get; } = facet;

    public IReadOnlyList<string> Values { get; } = values;

    public float[][] Weights { get; } = weights;

    public double Threshold { get; set; } = threshold;

    /// <summary>Writes the probability of each value.</summary>
    public void Score(ReadOnlySpan<float> features, Span<double> probabilities)
    {
        Sum(features, probabilities[..Weights.Length]);
        var highest = double.MinValue;
        foreach (var score in probabilities[..Weights.Length])
        {
            highest = Math.Max(highest, score);
        }
        var sum = 0.0;
        foreach (ref var probability in probabilities[..Weights.Length])
        {
            sum += probability = Math.Exp(probability - highest);
        }
        foreach (ref var probability in probabilities[..Weights.Length])
        {
            probability /= sum;
        }
    }

    /// <summary>How much more a feature speaks for a value than for the others.</summary>
    public double Pull(int value, int feature)
    {
        var sum = 0.0;
        foreach (var row in Weights)
        {
            sum += row[feature];
        }
        var own = Weights[value][feature];
        return own - ((sum - own) / (Weights.Length - 1));
    }

    // Few features of a message are not zero. In order and not vectorised, so that every machine gets the same sum.
    private void Sum(ReadOnlySpan<float> features, Span<double> scores)
    {
        scores.Clear();
        for (var feature = 0; feature < features.Length; feature++)
        {
            if (features[feature] == 0)
            {
                continue;
            }
            for (var value = 0; value < scores.Length; value++)
            {
                scores[value] += Weights[value][feature] * features[feature];
            }
        }
    }
}
