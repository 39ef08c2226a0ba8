using System.Text.Json;
using SocialCrm.Host.Customers;

namespace SocialCrm.Host.Tests.Customers;

public sealed class RelationshipTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Billing = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid Delivery = Guid.Parse("00000000-0000-0000-0000-00000000000d");

    [Fact]
    public void Relationship_should_not_depend_on_the_order_of_contacts()
    {
        var contacts = Enumerable.Range(0, 30).Select(i => i % 7 == 6
            ? Ours(i % 2 == 0 ? Billing : Delivery, i)
            : Theirs(i % 2 == 0 ? Billing : Delivery, i / 2 * 2, sentiment: (i % 3) - 1, question: i % 4 == 0)).ToArray();
        var expected = Shown(Of(contacts));
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            random.Shuffle(contacts);
            Assert.Equal(expected, Shown(Of(contacts)));
        }
    }

    [Fact]
    public void Relationship_should_count_contacts_by_direction_and_kind()
    {
        var relationship = Of(Theirs(Billing, 1), Theirs(Billing, 2) with { Kind = "review" }, Ours(Billing, 3));

        Assert.Equal((2, 1), (relationship.Inbound, relationship.Outbound));
        Assert.Equal([("comment", 1), ("reply", 1), ("review", 1)], relationship.ByKind.Select(k => (k.Key, k.Value)));
        Assert.Equal((At(1), At(3)), (relationship.FirstContactAt, relationship.LastContactAt));
    }

    [Fact]
    public void Question_should_wait_until_it_is_answered_in_its_conversation()
    {
        var question = Theirs(Billing, 1, question: true);
        var relationship = Of(question, Ours(Delivery, 2));
        Assert.Equal(question.InteractionId, Assert.Single(relationship.Unanswered).InteractionId);

        relationship.Apply(Ours(Billing, 3));

        Assert.Empty(relationship.Unanswered);
    }

    [Fact]
    public void Question_should_wait_when_the_answer_that_came_late_is_older()
    {
        var relationship = Of(Theirs(Billing, 5, question: true), Ours(Billing, 4));

        Assert.Single(relationship.Unanswered);
    }

    [Fact]
    public void Question_that_comes_late_should_not_wait_when_it_was_answered_after()
    {
        var relationship = Of(Ours(Billing, 6), Theirs(Billing, 5, question: true));

        Assert.Empty(relationship.Unanswered);
    }

    [Fact]
    public void Settling_a_conversation_should_leave_the_questions_of_others()
    {
        var relationship = Of(Theirs(Billing, 1, question: true), Theirs(Delivery, 2, question: true), Theirs(Billing, 9, question: true));

        relationship.Settle(Billing, At(5));

        Assert.Equal([At(2), At(9)], relationship.Unanswered.Select(u => u.At));
    }

    [Fact]
    public void Withdrawn_message_should_count_as_contact_but_say_nothing()
    {
        var kept = Theirs(Billing, 1, sentiment: 1);
        var withdrawn = Theirs(Billing, 2, sentiment: -1, question: true);
        var relationship = Of(kept, withdrawn);

        relationship.Withdraw(withdrawn);

        var never = Of(kept, withdrawn with { Sentiment = null, IsQuestion = false, WantsAnswer = false });
        Assert.Equal(Shown(never), Shown(relationship));
        Assert.Equal(2, relationship.Inbound);
    }

    [Fact]
    public void Revised_message_should_count_as_if_it_had_always_been_so()
    {
        var before = Theirs(Billing, 2, sentiment: -1, question: true);
        var after = before with { Sentiment = 1, IsQuestion = false, WantsAnswer = false };
        var relationship = Of(Theirs(Billing, 1, sentiment: 0), before, Theirs(Delivery, 8, sentiment: 1));

        relationship.Revise(before, after);

        Assert.Equal(Shown(Of(Theirs(Billing, 1, sentiment: 0), after, Theirs(Delivery, 8, sentiment: 1))), Shown(relationship));
    }

    [Fact]
    public void Relationship_should_stay_the_same_when_stored_and_read()
    {
        var relationship = Of(Theirs(Billing, 1, sentiment: -1, question: true), Ours(Delivery, 2), Theirs(Delivery, 3, sentiment: 1));

        var read = Relationships.Read(JsonSerializer.Serialize(relationship, CustomersJson.Default.Relationship));

        Assert.Equal(Shown(relationship), Shown(read));
        read.Settle(Billing, At(9));
        Assert.Empty(read.Unanswered);
    }

    private static DateTime At(int hour) => Start.AddHours(hour);

    private static Relationship Of(params IEnumerable<Contact> contacts)
    {
        var relationship = new Relationship();
        foreach (var contact in contacts)
        {
            relationship.Apply(contact);
        }

        return relationship;
    }

    private static Contact Theirs(Guid conversation, int hour, double? sentiment = null, bool question = false) => new()
    {
        InteractionId = Id(conversation, hour, sentiment, question),
        ConversationId = conversation,
        At = At(hour),
        Kind = "comment",
        IsOutbound = false,
        Sentiment = sentiment,
        IsQuestion = question,
        WantsAnswer = question,
    };

    private static Contact Ours(Guid conversation, int hour) => new()
    {
        InteractionId = Id(conversation, hour, null, false),
        ConversationId = conversation,
        At = At(hour),
        Kind = "reply",
        IsOutbound = true,
    };

    private static Guid Id(params object?[] parts) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('|', parts))).AsSpan(0, 16));

    // Sums of floating-point numbers differ in their last digits with the order of adding.
    private static string Shown(Relationship r) => string.Join(
        '\n',
        r.FirstContactAt,
        r.LastContactAt,
        r.LastOutboundAt,
        r.Inbound,
        r.Outbound,
        string.Join(',', r.ByKind),
        r.RecentSentiment.Value?.ToString("F9"),
        r.LongTermSentiment.Value?.ToString("F9"),
        string.Join(',', r.Unanswered),
        string.Join(',', r.AnsweredUntil.OrderBy(a => a.Key)));
}
