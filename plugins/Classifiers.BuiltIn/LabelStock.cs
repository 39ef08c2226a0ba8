using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn;

/// <summary>Labels without evidence, made once and shared by all messages: a confidence has two decimals.</summary>
internal sealed class LabelStock(string facet, IReadOnlyList<string> values)
{
    private const int Steps = 100;

    private readonly Label?[] _labels = new Label?[(values.Count + 1) * (Steps + 1)];

    /// <summary>The label for a value, or <see cref="Facets.Unsure"/> where its confidence is below the threshold.</summary>
    public Label Take(int value, double confidence, double threshold)
    {
        var step = (int)Math.Round(Math.Clamp(confidence, 0, 1) * Steps);
        var answer = step >= threshold * Steps ? value : values.Count;
        // Two threads may make the same label at once; either is as good.
        return _labels[(answer * (Steps + 1)) + step] ??= new Label(
            facet, answer == values.Count ? Facets.Unsure : values[answer], step / (double)Steps);
    }
}
