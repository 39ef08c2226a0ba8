using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Classification;

public sealed class ExplanationTests
{
    private const string Text = "It is broken and still no answer. Broken!";

    [Fact]
    public void Explanation_should_name_the_strongest_words_first() =>
        Assert.Equal("“still no” · “broken”", Explanation.Of(Text, [Span("broken", 1.5), Span("still no", 2)]));

    [Fact]
    public void Explanation_should_leave_out_what_spoke_against_and_what_was_said_already() =>
        Assert.Equal("“broken”", Explanation.Of(Text, [Span("broken", 1.5), Span("Broken", 1.2), Span("answer", -0.5)]));

    [Fact]
    public void Explanation_should_name_five_at_most()
    {
        var evidence = Text.Split(' ').Select((word, i) => Span(word, 10 - i));

        Assert.Equal("“It” · “is” · “broken” · “and” · “still”", Explanation.Of(Text, evidence));
    }

    [Fact]
    public void Explanation_should_be_missing_without_evidence() => Assert.Null(Explanation.Of(Text, []));

    [Fact]
    public void Spans_outside_the_text_should_be_left_out()
    {
        Evidence[] wrong = [new(-1, 3, 1), new(40, 5, 1), new(3, 0, 1), new(int.MaxValue, int.MaxValue, 1)];

        Assert.Null(Explanation.Of(Text, wrong));
        Assert.Empty(Explanation.Spans(Text, wrong));
    }

    [Fact]
    public void Long_span_should_be_cut_between_characters()
    {
        var text = new string('x', 59) + "😀😀";

        Assert.Equal($"“{new string('x', 59)}…”", Explanation.Of(text, [new Evidence(0, text.Length, 1)]));
    }

    [Fact]
    public void Evidence_should_come_in_the_order_of_the_text() =>
        Assert.Equal([6, 17], Explanation.Spans(Text, [Span("still no", 2), Span("broken", 1)]).Select(s => s.Start));

    private static Evidence Span(string words, double weight) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length, weight);
}
