using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Listening;

public sealed class ListenedLabelTests
{
    private static readonly MessageLabel Found = new(Facets.Topic, "battery", 1) { Listened = true };

    [Fact]
    public void Topics_should_stay_when_the_classifier_is_late()
    {
        var stored = LabelColumns.Of(MessageLabels.Awaited.WithListened([Found])).ToLabels();

        var complete = stored.Completed(new MessageLabels([new(Facets.Type, "question", 0.9), new(Facets.Topic, "power", 0.6)], "v1"));

        Assert.True(stored.Pending);
        Assert.False(complete.Pending);
        Assert.Equal(["power", "battery"], complete.Topics);
        Assert.Equal(["battery"], LabelColumns.Of(complete).ToLabels().Items.Where(l => l.Listened).Select(l => l.Value));
    }

    [Fact]
    public void Topic_should_stand_once_and_in_place_of_unsure()
    {
        var labels = new MessageLabels([new(Facets.Topic, "battery", 0.5), new(Facets.Topic, Facets.Unsure, 0.5)], "v1").WithListened([Found]);

        Assert.Equal([Found], labels.Items);
    }

    [Fact]
    public void Correction_should_stand_in_place_of_topics_that_were_found()
    {
        var user = Guid.NewGuid();
        var corrected = new MessageLabels([Found], "v1").Corrected(Facets.Topic, "screen", user);

        Assert.Equal(["screen"], corrected.Reclassified(new MessageLabels([Found], "v2")).Topics);
    }
}
