using System.Text;
using SocialCrm.Plugins.Classifiers.BuiltIn.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Tests;

public sealed class RobustnessTests
{
    private const int MostCharacters = 100_000;

    // A batch of the largest texts takes a fraction of this; a hang would be stopped by it instead of the test run.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "one letter", new string('a', MostCharacters) },
        { "one sign", new string('!', MostCharacters) },
        { "question marks and spaces", Repeat("? ") },
        { "emoji", Repeat("😡") },
        { "mixed emoji", Repeat("😡😀👩‍👩‍👧‍👦") },
        { "lone high surrogates", new string('\uD83D', MostCharacters) },
        { "lone low surrogates", new string('\uDE21', MostCharacters) },
        { "piled marks", Repeat("Z\u0321\u0353a\u0322\u0358l\u0319g\u0348o\u0321") },
        { "bidi controls", Repeat("\u202Eabc\u202C\u2066") },
        { "zero", new string('\0', MostCharacters) },
        { "beginnings of phrases", Repeat("not not can't can you please ") },
        { "beginnings of links", Repeat("http://") },
        { "at signs", new string('@', MostCharacters) },
        { "apostrophes", Repeat("a'") },
        { "beginnings of emoticons", Repeat(":'-") },
        { "han", Repeat("的") },
        { "figures", Repeat("1,") },
        { "line breaks", Repeat("\r\n") },
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task A_hostile_text_of_full_length_is_classified(string name, string text)
    {
        Assert.NotEmpty(name);
        using var limit = new CancellationTokenSource(Limit);
        foreach (var explain in new[] { false, true })
        {
            var batch = Enumerable.Repeat(new ClassifierInput { Text = text }, 5).ToList();
            var answers = await Classified.Classifier.ClassifyAsync(batch, new ClassifyOptions { Explain = explain }, limit.Token);
            Assert.Equal(batch.Count, answers.Count);
        }
    }

    [Theory]
    [InlineData("the app is b\u200Br\u200Boken and not wor\u00ADking, terrible")]
    [InlineData("the app is B̶r̶o̶k̶e̶n̶ and not working, TERRIBLE")]
    public async Task Invisible_signs_and_piled_marks_hide_no_words(string text)
    {
        Assert.Equal("complaint", await Classified.ValueAsync(text, Facets.Type));
        Assert.Equal("negative", await Classified.ValueAsync(text, Facets.Sentiment));
    }

    [Fact]
    public async Task The_same_text_gets_the_same_labels_alone_in_a_batch_and_on_many_threads()
    {
        string[] texts = ["Worst flight ever 😡", "How do I pay?", "", "Danke, super!", new string('x', 5000), "Thanks for nothing, still broken"];
        var alone = new List<string>();
        foreach (var text in texts)
        {
            alone.Add(Write(await Classified.MessageAsync(text)));
        }
        var batch = texts.Select(text => new ClassifierInput { Text = text }).ToList();
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            await Classified.Classifier.ClassifyAsync(batch, new ClassifyOptions(), CancellationToken.None))));

        Assert.All(runs, run => Assert.Equal(alone, run.Select(Write)));
    }

    [Fact]
    public async Task A_second_classifier_gives_the_same_labels_as_the_first()
    {
        ClassifierInput[] batch = [new() { Text = "My card was charged twice and nobody answers, please refund me" }];
        var first = await Classified.Classifier.ClassifyAsync(batch, new ClassifyOptions { Explain = true }, CancellationToken.None);
        var second = await new BuiltInClassifier(new BuiltInSettings()).ClassifyAsync(batch, new ClassifyOptions { Explain = true }, CancellationToken.None);

        Assert.Equal(Write(first[0]), Write(second[0]));
    }

    [Fact]
    public async Task Cancelling_stops_between_messages()
    {
        using var source = new CancellationTokenSource();
        var batch = new CancellingBatch(source, cancelAt: 3, count: 10);

        await Assert.ThrowsAsync<TaskCanceledException>(async () =>
            await Classified.Classifier.ClassifyAsync(batch, new ClassifyOptions(), source.Token));
        Assert.Equal(3, batch.LastRead);
    }

    private static string Repeat(string text)
    {
        var full = new StringBuilder(MostCharacters + text.Length);
        while (full.Length < MostCharacters)
        {
            full.Append(text);
        }
        return full.ToString(0, MostCharacters);
    }

    private static string Write(Classification classification) => string.Join('\n', classification.Labels.Select(label =>
        $"{label.Facet} {label.Value} {label.Confidence} {string.Join(',', label.Evidence)}"));
}
