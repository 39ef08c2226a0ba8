using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

/// <summary>Classifies single texts with the one classifier that all tests share, as a host does.</summary>
internal static class Classified
{
    public static BuiltInClassifier Classifier { get; } = new(new BuiltInSettings());

    public static async Task<Classification> MessageAsync(string text, bool explain = false)
    {
        var options = new ClassifyOptions { Explain = explain };
        var answers = await Classifier.ClassifyAsync([new ClassifierInput { Text = text }], options, TestContext.Current.CancellationToken);
        return Assert.Single(answers);
    }

    public static async Task<Label> MessageAsync(string text, string facet, bool explain = false) =>
        Assert.Single((await MessageAsync(text, explain)).Labels, label => label.Facet == facet);

    public static async Task<string> ValueAsync(string text, string facet) => (await MessageAsync(text, facet)).Value;

    public static async Task<IReadOnlyList<string>> TopicsAsync(string text) =>
        [.. (await MessageAsync(text)).Labels.Where(label => label.Facet == Facets.Topic).Select(label => label.Value)];
}
