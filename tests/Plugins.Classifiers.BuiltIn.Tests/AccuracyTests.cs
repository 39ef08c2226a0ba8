using SocialCrm.Plugins.Classifiers.BuiltIn.Heads;
using SocialCrm.Plugins.Classifiers.BuiltIn.Languages;
using SocialCrm.Plugins.Classifiers.BuiltIn.Training;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

/// <summary>Holds the accuracy on real messages a little under what docs/classifier.md says was measured.</summary>
public sealed class AccuracyTests
{
    private static readonly Lazy<Measurement> Shared = new(() =>
    {
        using var profile = Resources.Open("languages.bin");
        using var heads = Resources.OpenText("heads.tsv");
        return new Measurement(LanguageProfile.Read(profile), HeadFile.Read(heads));
    });

    [Theory]
    [InlineData(Facets.Type, 0.90, 0.80)]
    [InlineData(Facets.Sentiment, 0.74, 0.65)]
    [InlineData(Facets.Action, 0.86, 0.88)]
    [InlineData(Facets.Language, 0.98, 0.95)]
    public void Real_messages_of_other_companies_are_read_well_enough(string facet, double accuracy, double coverage) =>
        AssertAtLeast(accuracy, coverage, Shared.Value.Of(facet, Data().Gold()));

    [Theory]
    [InlineData(Facets.Type, 0.91, 0.85)]
    [InlineData(Facets.Asks, 0.90, 0.88)]
    [InlineData(Facets.Complains, 0.79, 0.75)]
    [InlineData(Facets.Praises, 0.92, 0.90)]
    [InlineData(Facets.Action, 0.90, 0.90)]
    [InlineData(Facets.Urgency, 0.78, 0.75)]
    [InlineData(Facets.Topic, 0.72, 0.60)]
    public void Support_messages_left_out_of_the_training_are_read_well_enough(string facet, double accuracy, double coverage) =>
        AssertAtLeast(accuracy, coverage, Shared.Value.Of(facet, Data().Support(heldOut: true)));

    [Fact]
    public void Languages_of_social_messages_are_told_well_enough() =>
        AssertAtLeast(0.97, 0.85, Shared.Value.Of(Facets.Language, Data().Multilingual().Where(row => row.Language != "hindi").Select(row => row.Message)));

    private static void AssertAtLeast(double accuracy, double coverage, Score score)
    {
        Assert.True(score.Accuracy >= accuracy, $"{score.Accuracy:0.000} of the answers are right; {accuracy:0.000} are expected.");
        Assert.True(score.Coverage >= coverage, $"{score.Coverage:0.000} are answered; {coverage:0.000} are expected.");
    }

    private static DataSets Data()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return new DataSets(data);
            }
        }
        Assert.Skip("The labelled messages are not here: put them into ../shared/data beside the repository to run this test.");
        throw new InvalidOperationException("Skipped.");
    }
}
