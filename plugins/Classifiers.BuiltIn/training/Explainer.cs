using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Training;

/// <summary>Shows what the classifier makes of texts, and why.</summary>
internal static class Explainer
{
    public static async Task PrintAsync(string[] texts)
    {
        var batch = texts.Select(text => new ClassifierInput { Text = text }).ToList();
        var answers = await new BuiltInClassifier(new BuiltInSettings()).ClassifyAsync(batch, new ClassifyOptions { Explain = true }, CancellationToken.None);
        foreach (var (text, answer) in texts.Zip(answers))
        {
            Console.WriteLine(text);
            foreach (var label in answer.Labels)
            {
                var evidence = label.Evidence.Select(span => $"{text.Substring(span.Start, span.Length)} {span.Weight:+0.0;-0.0} {span.Note}".TrimEnd());
                Console.WriteLine($"  {label.Facet,-10} {label.Value,-16} {label.Confidence:0.00}  {string.Join(" | ", evidence)}");
            }
        }
    }
}
