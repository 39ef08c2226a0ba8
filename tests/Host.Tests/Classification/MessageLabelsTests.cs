using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Classification;

public sealed class MessageLabelsTests
{
    private static readonly Guid Agent = Guid.CreateVersion7();

    [Fact]
    public void Labels_should_stay_the_same_when_stored_and_read()
    {
        var labels = new MessageLabels(
            [
                .. Facets.ClosedValues.Select((f, i) => new MessageLabel(f.Key, f.Value[i % f.Value.Count], 0.5 + (i / 100.0))),
                new MessageLabel(Facets.Language, "de", 0.9),
                new MessageLabel(Facets.Topic, "billing", 0.7),
                new MessageLabel(Facets.Topic, "late \"parcel\", again", 1, Agent),
            ],
            "1.2.3");

        var read = LabelColumns.Of(labels).ToLabels();

        Assert.Equal(labels.Items.OrderBy(Order), read.Items.OrderBy(Order));
        Assert.Equal((labels.ModelVersion, labels.Pending), (read.ModelVersion, read.Pending));
    }

    [Fact]
    public void Unsure_should_be_told_from_no_label()
    {
        var read = LabelColumns.Of(new MessageLabels([new MessageLabel(Facets.Type, Facets.Unsure, 0.4)], "1")).ToLabels();

        Assert.Equal((Facets.Unsure, null), (read[Facets.Type], read[Facets.Sentiment]));
    }

    [Fact]
    public void Awaited_labels_should_still_be_awaited_when_read() =>
        Assert.True(LabelColumns.Of(MessageLabels.Awaited).ToLabels().Pending);

    [Fact]
    public void Correction_should_survive_a_new_model()
    {
        var corrected = Machine("complaint", "1").Corrected(Facets.Type, "question", Agent);

        var labels = LabelColumns.Of(corrected).ToLabels().Reclassified(Machine("other", "2"));

        Assert.Equal("question", labels[Facets.Type]);
        Assert.Equal("2", labels.ModelVersion);
        Assert.Equal(Agent, Assert.Single(labels.Items).CorrectedBy);
    }

    [Fact]
    public void Corrected_topic_should_take_the_place_of_all_topics()
    {
        var labels = new MessageLabels([new MessageLabel(Facets.Topic, "a", 1), new MessageLabel(Facets.Topic, "b", 1)], "1")
            .Corrected(Facets.Topic, "c", Agent);

        Assert.Equal(["c"], labels.Topics);
    }

    [Theory]
    [InlineData(Facets.Type, "complaint", null)]
    [InlineData(Facets.Type, "unsure", "value")]
    [InlineData(Facets.Type, "yes", "value")]
    [InlineData(Facets.Asks, "yes", null)]
    [InlineData(Facets.Language, "de", null)]
    [InlineData(Facets.Language, "xx", "value")]
    [InlineData(Facets.Language, "DE", "value")]
    [InlineData(Facets.Topic, "billing", null)]
    [InlineData(Facets.Topic, "", "value")]
    [InlineData(Facets.Topic, "unsure", "value")]
    [InlineData(Facets.Topic, "a\0b", "value")]
    [InlineData("mood", "good", "facet")]
    public void Only_known_values_should_be_set_by_people(string facet, string value, string? field) =>
        Assert.Equal(field, CorrectionRules.Error(facet, value)?.Field);

    private static MessageLabels Machine(string type, string version) => new([new MessageLabel(Facets.Type, type, 0.8)], version);

    private static string Order(MessageLabel label) => $"{label.Facet}:{label.Value}";
}
