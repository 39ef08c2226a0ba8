using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

/// <summary>What an admin sets changes what the classifier commits itself to, never how sure it says it is.</summary>
public sealed class CertaintyTests
{
    private const string Doubtful = "It is a bit slow today";
    private static readonly BuiltInClassifier Careful = new(new BuiltInSettings { Certainty = Certainty.Careful, Sentiment = Certainty.Careful });
    private static readonly BuiltInClassifier Bold = new(new BuiltInSettings { Certainty = Certainty.Bold, Sentiment = Certainty.Bold });

    private static readonly string[] Texts =
    [
        "Where is my parcel? It should have come yesterday.", "Great, delayed again", "Thanks, that was quick!", Doubtful,
        "The app crashes when I open the settings", "How do I change my password", "You should be ashamed", "ok", "I was charged twice, refund me now!!",
    ];

    [Fact]
    public async Task Careful_should_say_unsure_more_often_and_bold_less_often_by_the_same_confidence()
    {
        var (careful, usual, bold) = (await LabelsAsync(Careful), await LabelsAsync(Classified.Classifier), await LabelsAsync(Bold));

        Assert.True(Unsure(careful) > Unsure(usual), $"{Unsure(careful)} against {Unsure(usual)}");
        Assert.True(Unsure(usual) > Unsure(bold), $"{Unsure(usual)} against {Unsure(bold)}");
        var facets = usual.Where(l => l.Facet != Facets.Topic).ToList();
        Assert.Equal(facets.Select(l => (l.Facet, l.Confidence)), careful.Where(l => l.Facet != Facets.Topic).Select(l => (l.Facet, l.Confidence)));
        Assert.All(
            careful.Where(l => l.Facet != Facets.Topic).Zip(facets),
            pair => Assert.True(pair.First.Value == pair.Second.Value || pair.First.Value == Facets.Unsure));
    }

    [Fact]
    public async Task Certainty_of_sentiment_should_concern_sentiment_alone()
    {
        var labels = await LabelsAsync(new BuiltInClassifier(new BuiltInSettings { Sentiment = Certainty.Careful }));

        var usual = await LabelsAsync(Classified.Classifier);
        Assert.NotEqual(Of(usual, Facets.Sentiment), Of(labels, Facets.Sentiment));
        Assert.Equal(Rest(usual), Rest(labels));

        static IEnumerable<string> Of(IEnumerable<Label> all, string facet) => all.Where(l => l.Facet == facet).Select(l => l.Value);
        static IEnumerable<Label> Rest(IEnumerable<Label> all) => all.Where(l => l.Facet != Facets.Sentiment).Select(l => l with { Evidence = [] });
    }

    [Fact]
    public async Task Without_topics_of_its_own_everything_else_should_stay_as_it_was()
    {
        var labels = await LabelsAsync(new BuiltInClassifier(new BuiltInSettings { Topics = false }));

        var usual = await LabelsAsync(Classified.Classifier);
        Assert.Contains(usual, l => l.Facet == Facets.Topic);
        Assert.Equal(usual.Where(l => l.Facet != Facets.Topic).Select(l => (l.Facet, l.Value, l.Confidence)), labels.Select(l => (l.Facet, l.Value, l.Confidence)));
    }

    private static int Unsure(IEnumerable<Label> labels) => labels.Count(l => l.Value == Facets.Unsure);

    private static async Task<List<Label>> LabelsAsync(BuiltInClassifier classifier)
    {
        var answers = await classifier.ClassifyAsync([.. Texts.Select(text => new ClassifierInput { Text = text })], new ClassifyOptions(), TestContext.Current.CancellationToken);
        return [.. answers.SelectMany(answer => answer.Labels)];
    }
}
