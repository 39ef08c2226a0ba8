using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class FacetTests
{
    [Fact]
    public async Task Flags_are_independent_of_each_other()
    {
        const string text = "Thank you for the quick reply, great service! But the app still crashes, can you please fix it?";
        Assert.Equal("yes", await Classified.ValueAsync(text, Facets.Asks));
        Assert.Equal("yes", await Classified.ValueAsync(text, Facets.Complains));
        Assert.NotEqual("no", await Classified.ValueAsync(text, Facets.Praises));
    }

    [Theory]
    [InlineData("I am locked out of my account, please help me urgently", "high")]
    [InlineData("My account was hacked and my money stolen, please call me asap", "high")]
    [InlineData("Love your new shop, great job!", "low")]
    public async Task Urgency_follows_from_what_is_at_stake(string text, string urgency) =>
        Assert.Equal(urgency, await Classified.ValueAsync(text, Facets.Urgency));

    [Theory]
    [InlineData("Please help, my order number 123 never arrived", "yes")]
    [InlineData("How do I return these shoes?", "yes")]
    [InlineData("Happy birthday to my best friend!", "no")]
    [InlineData("Thanks guys, you are awesome", "no")]
    public async Task Action_is_needed_where_an_agent_can_do_something(string text, string action) =>
        Assert.Equal(action, await Classified.ValueAsync(text, Facets.Action));

    [Theory]
    [InlineData("I forgot my password and can't log in to my account", "account-access")]
    [InlineData("The app crashes with an error since the update", "technical-fault")]
    [InlineData("You charged my credit card twice, I want a refund for this bill", "billing-payment")]
    public async Task A_topic_is_told_by_its_words(string text, string topic) => Assert.Contains(topic, await Classified.TopicsAsync(text));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("...")]
    public async Task A_text_without_words_is_unsure_on_every_facet_and_has_no_topic(string text)
    {
        var labels = (await Classified.MessageAsync(text)).Labels;

        Assert.All(labels, label => Assert.Equal(Facets.Unsure, label.Value));
        Assert.Equal(Facets.ClosedValues.Count + 1, labels.Count);
    }

    [Theory]
    [InlineData("@acme hello")]
    [InlineData("Where is my parcel? It was due three days ago")]
    [InlineData("¡Muchas gracias!")]
    public async Task Every_label_is_of_the_closed_values_with_a_confidence_from_0_to_1(string text)
    {
        foreach (var label in (await Classified.MessageAsync(text)).Labels)
        {
            Assert.InRange(label.Confidence, 0, 1);
            if (Facets.ClosedValues.TryGetValue(label.Facet, out var values))
            {
                Assert.Contains(label.Value, values.Append(Facets.Unsure));
            }
        }
    }
}
