using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Multinomial logistic regression with a ridge, by gradient descent with momentum: small enough for it.</summary>
internal static class Softmax
{
    private const int Steps = 400;
    private const double Rate = 0.6;
    private const double Momentum = 0.9;

    public static float[][] Fit(List<Example> examples, int values, double ridge)
    {
        var features = FeatureSpace.Names.Count;
        var weights = Zeros<float>(values, features);
        var speed = Zeros<double>(values, features);
        var total = examples.Sum(example => example.Weight);
        for (var step = 0; step < Steps; step++)
        {
            var slopes = Slopes(examples, weights, values);
            for (var value = 0; value < values; value++)
            {
                for (var feature = 0; feature < features; feature++)
                {
                    var pull = feature == (int)Signal.Always ? 0 : ridge * weights[value][feature];
                    speed[value][feature] = (Momentum * speed[value][feature]) - (Rate * (slopes[value][feature] + pull) / total);
                    weights[value][feature] += (float)speed[value][feature];
                }
            }
        }
        return weights;
    }

    private static double[][] Slopes(List<Example> examples, float[][] weights, int values)
    {
        var slopes = Zeros<double>(values, weights[0].Length);
        var head = new Head("", [], weights, 0);
        var probabilities = new double[values];
        foreach (var (features, target, weight) in examples)
        {
            head.Score(features, probabilities);
            for (var value = 0; value < values; value++)
            {
                var slope = (probabilities[value] - target[value]) * weight;
                for (var feature = 0; feature < features.Length; feature++)
                {
                    slopes[value][feature] += slope * features[feature];
                }
            }
        }
        return slopes;
    }

    private static T[][] Zeros<T>(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new T[columns])];
}
