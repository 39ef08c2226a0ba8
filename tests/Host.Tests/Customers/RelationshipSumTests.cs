using SocialCrm.Host.Customers;

namespace SocialCrm.Host.Tests.Customers;

public sealed class RelationshipSumTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0.5, 0.2, SentimentTrend.Improving)]
    [InlineData(-0.5, 0.2, SentimentTrend.Worsening)]
    [InlineData(0.3, 0.2, SentimentTrend.Steady)]
    [InlineData(0.1, 0.2, SentimentTrend.Steady)]
    [InlineData(null, 0.2, SentimentTrend.Unknown)]
    [InlineData(null, null, SentimentTrend.Unknown)]
    public void Trend_should_compare_recent_with_long_term(double? recent, double? longTerm, SentimentTrend expected) =>
        Assert.Equal(expected, RelationshipSum.Trend(recent, longTerm));

    [Fact]
    public void Sum_should_add_up_all_accounts()
    {
        var asked = Contact(3, sentiment: -1, question: true);
        var sum = RelationshipSum.Of([Of(Contact(1, sentiment: 1), Contact(2, outbound: true)), Of(asked)]);

        Assert.Equal((2, 1), (sum.Inbound, sum.Outbound));
        Assert.Equal((Start.AddHours(1), Start.AddHours(3)), (sum.FirstContactAt, sum.LastContactAt));
        Assert.Equal([new OpenQuestion(asked.InteractionId, asked.ConversationId, asked.At)], sum.OpenQuestions);
        Assert.Equal(Owing.Us, sum.Owes);
        Assert.InRange(sum.Sentiment.Recent!.Value, -0.05, 0.05);
    }

    [Fact]
    public void Customer_should_owe_us_when_we_spoke_last() =>
        Assert.Equal(Owing.Them, RelationshipSum.Of([Of(Contact(1), Contact(2, outbound: true))]).Owes);

    [Fact]
    public void Nobody_should_owe_when_the_customer_said_something_that_wants_no_answer() =>
        Assert.Equal(Owing.Nobody, RelationshipSum.Of([Of(Contact(1, outbound: true), Contact(2))]).Owes);

    [Fact]
    public void Nobody_should_owe_where_there_was_no_contact()
    {
        var sum = RelationshipSum.Of([]);

        Assert.Equal((Owing.Nobody, SentimentTrend.Unknown), (sum.Owes, sum.Sentiment.Trend));
        Assert.Null(sum.LastContactAt);
    }

    [Fact]
    public void Shown_name_should_be_the_given_one_else_the_newest_that_networks_know()
    {
        var older = Identity("1", "Ann Older", null, 1);
        var newer = Identity("2", null, "ann", 2);

        Assert.Equal("Ann Given", CustomerName.Of("Ann Given", [older, newer]));
        Assert.Equal("Ann Older", CustomerName.Of(null, [older, newer]));
        Assert.Equal("ann", CustomerName.Of(null, [newer, Identity("3", null, null, 3)]));
        Assert.Equal("3", CustomerName.Of(null, [Identity("3", null, null, 3)]));
    }

    private static Relationship Of(params IEnumerable<Contact> contacts)
    {
        var relationship = new Relationship();
        contacts.ToList().ForEach(relationship.Apply);
        return relationship;
    }

    private static Contact Contact(int hour, double? sentiment = null, bool question = false, bool outbound = false) => new()
    {
        InteractionId = Guid.CreateVersion7(),
        ConversationId = Guid.CreateVersion7(),
        At = Start.AddHours(hour),
        Kind = "comment",
        IsOutbound = outbound,
        Sentiment = sentiment,
        IsQuestion = question,
        WantsAnswer = question,
    };

    private static Identity Identity(string externalId, string? name, string? handle, int hour) => new()
    {
        TenantId = Guid.Empty,
        Id = Guid.CreateVersion7(),
        CustomerId = Guid.Empty,
        ChannelId = Guid.Empty,
        Scope = "channel:1",
        ExternalId = externalId,
        Name = name,
        Handle = handle,
        ProfileAt = Start.AddHours(hour),
        CreatedAt = Start,
    };
}
