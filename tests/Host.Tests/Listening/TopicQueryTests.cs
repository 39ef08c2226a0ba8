using FsCheck;
using FsCheck.Fluent;
using SocialCrm.Host.Listening;

namespace SocialCrm.Host.Tests.Listening;

public sealed class TopicQueryTests
{
    [Theory]
    [InlineData("battery", "My BATTERY died", true)]
    [InlineData("battery", "batteries", false)]
    [InlineData("batter*", "batteries", true)]
    [InlineData("cafe", "Le Café", true)]
    [InlineData("CAFÉ", "cafe\u0301 noir", true)]
    [InlineData("strasse", "Straße", true)]
    [InlineData("\"late delivery\"", "a late  delivery!", true)]
    [InlineData("\"late delivery\"", "delivery late", false)]
    [InlineData("late delivery", "delivery was late", true)]
    [InlineData("late OR slow delivery", "slow", false)]
    [InlineData("late OR slow delivery", "late", true)]
    [InlineData("(late OR slow) AND delivery", "slow delivery", true)]
    [InlineData("phone -case", "phone case", false)]
    [InlineData("phone NOT case", "phone", true)]
    [InlineData("phone -(case OR cover)", "phone cover", false)]
    [InlineData("#fail", "fail", false)]
    [InlineData("#fail", "such a #Fail", true)]
    [InlineData("fail", "such a #fail", true)]
    [InlineData("@acme", "hey @ACME!", true)]
    [InlineData("@acme", "acme", false)]
    [InlineData("don't", "I don't know", true)]
    [InlineData("wi-fi", "the Wi-Fi is down", true)]
    [InlineData("東京", "私は東京へ", true)]
    [InlineData("😡", "so 😡😡", true)]
    [InlineData("مرحبا", "مرحبا بكم", true)]
    [InlineData("and", "this and that", true)]
    public void Query_should_match_what_it_says(string query, string text, bool matches)
    {
        var (read, error) = TopicQuery.Parse(query);

        Assert.Null(error);
        Assert.Equal(matches, read!.Matches(new TokenizedText(text)));
        Assert.Equal(matches, read.Find(new TokenizedText(text)).Count > 0);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 3)]
    [InlineData("(a OR b", 0)]
    [InlineData("a OR", 4)]
    [InlineData("a AND ) b", 6)]
    [InlineData("a )", 2)]
    [InlineData("say \"hello", 4)]
    [InlineData("OR a", 0)]
    [InlineData("a !!", 2)]
    [InlineData("-a", 0)]
    [InlineData("NOT a OR b", 0)]
    public void Query_that_cannot_be_read_should_say_where(string query, int position)
    {
        var (read, error) = TopicQuery.Parse(query);

        Assert.Null(read);
        Assert.Equal(position, error!.Position);
    }

    [Fact]
    public void Matches_should_point_at_the_words_as_they_were_written()
    {
        const string Text = "Ça va: #Café or cafe?";

        var spans = TopicQuery.Parse("cafe").Query!.Find(new TokenizedText(Text));

        Assert.Equal(["#Café", "cafe"], spans.Select(s => Text.Substring(s.Start, s.Length)));
    }

    [Fact]
    public void Any_query_should_be_read_or_refused_at_a_place_within_it() => Prop.ForAll<NonNull<string>, NonNull<string>>((query, text) =>
    {
        var (read, error) = TopicQuery.Parse(query.Get);
        var tokenized = new TokenizedText(text.Get);
        return read is null
            ? error!.Position >= 0 && error.Position <= query.Get.Length
            : read.Matches(tokenized) || read.Find(tokenized).Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Operators_should_mean_what_logic_says()
    {
        var words = Gen.Elements("red", "green", "blue", "pink");
        var texts = Gen.ListOf(words).Select(w => string.Join(' ', w));
        var property = Prop.ForAll(
            words.ToArbitrary(), words.ToArbitrary(), texts.ToArbitrary(), (left, right, text) =>
        {
            var tokens = new TokenizedText(text);
            bool Is(string query) => TopicQuery.Parse(query).Query!.Matches(tokens);
            return Is($"{left} {right}") == (Is(left) && Is(right))
                && Is($"{left} OR {right}") == (Is(left) || Is(right))
                && Is($"{left} -{right}") == (Is(left) && !Is(right))
                && Is($"{left} NOT NOT {right}") == Is($"{right} AND ({left})");
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Deep_and_long_queries_should_be_refused_and_not_break_anything()
    {
        Assert.NotNull(TopicQuery.Parse(new string('(', 1_000)).Error);
        Assert.NotNull(TopicQuery.Parse(string.Concat(Enumerable.Repeat("a ", 500))).Error);
        Assert.NotNull(TopicQuery.Parse(new string('a', 2_001)).Error);
        Assert.NotNull(TopicQuery.Parse(string.Concat(Enumerable.Repeat("NOT ", 400)) + "a").Query);
    }
}
