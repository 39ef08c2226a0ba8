using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("@acme 😡 the café's app is not working", Facets.Type, "not working")]
    [InlineData("Hello, how do I reset it?", Facets.Type, "how do I")]
    [InlineData("I'm soooo LOCKED OUT, help", Facets.Urgency, "LOCKED OUT")]
    [InlineData("You are truly wonderful", Facets.Sentiment, "wonderful")]
    [InlineData("es ist kaputt, total enttäuschend, kein Service bei euch", Facets.Sentiment, "enttäuschend")]
    public async Task Evidence_points_at_the_words_that_counted(string text, string facet, string words)
    {
        var label = await Classified.MessageAsync(text, facet, explain: true);

        Assert.Contains(words, label.Evidence.Select(span => text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public async Task Evidence_says_when_a_word_was_negated()
    {
        const string text = "the food was not good";
        var label = await Classified.MessageAsync(text, Facets.Sentiment, explain: true);

        Assert.Contains(label.Evidence, span => span.Note == "negated" && text.Substring(span.Start, span.Length) == "good");
    }

    [Theory]
    [InlineData("Still waiting for my refund!!! Worst company ever, never again 😡")]
    [InlineData("a\uD800b broken \uDC00 \u202Egnikrow ton\u202C not w\u0301o\u0302rking")]
    public async Task Evidence_lies_within_the_text_and_in_its_order(string text)
    {
        foreach (var label in (await Classified.MessageAsync(text, explain: true)).Labels)
        {
            Assert.All(label.Evidence, span => Assert.True(span.Start >= 0 && span.Length >= 1 && span.Start + span.Length <= text.Length));
            Assert.Equal(label.Evidence.Select(span => span.Start).Order(), label.Evidence.Select(span => span.Start));
        }
    }

    [Fact]
    public async Task Explaining_changes_no_label()
    {
        const string text = "Why is my flight delayed again? I've been waiting 3 hours, this is ridiculous";
        var plain = (await Classified.MessageAsync(text)).Labels;
        var explained = (await Classified.MessageAsync(text, explain: true)).Labels;

        Assert.Equal(plain, explained.Select(label => label with { Evidence = [] }), (a, b) => (a.Facet, a.Value, a.Confidence) == (b.Facet, b.Value, b.Confidence));
        Assert.All(plain, label => Assert.Empty(label.Evidence));
    }
}
