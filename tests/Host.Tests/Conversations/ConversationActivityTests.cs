using SocialCrm.Host.Conversations;

namespace SocialCrm.Host.Tests.Conversations;

public sealed class ConversationActivityTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Activity_should_not_depend_on_the_order_in_which_messages_come()
    {
        var messages = Enumerable.Range(0, 9)
            .Select(i => (Id: Guid.CreateVersion7(), At: Start.AddMinutes(i / 2), Outbound: i % 3 == 0)).ToArray();
        var expected = Shown(messages);
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            random.Shuffle(messages);
            Assert.Equal(expected, Shown(messages));
        }
    }

    [Fact]
    public void Activity_should_know_the_last_message_of_each_side()
    {
        var (theirs, ours) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var activity = New();
        activity.Add(ours, Start.AddMinutes(5), outbound: true);
        activity.Add(theirs, Start.AddMinutes(2), outbound: false);

        Assert.Equal((ours, Start.AddMinutes(5)), (activity.LastInteractionId, activity.LastActivityAt));
        Assert.Equal((theirs, Start.AddMinutes(2)), (activity.LastInboundId!.Value, activity.LastInboundAt!.Value));
        Assert.Equal((Start.AddMinutes(5), 2), (activity.LastOutboundAt!.Value, activity.MessageCount));
    }

    private static string Shown(IEnumerable<(Guid Id, DateTime At, bool Outbound)> messages)
    {
        var activity = New();
        foreach (var (id, at, outbound) in messages)
        {
            activity.Add(id, at, outbound);
        }

        return $"{activity.LastActivityAt:O} {activity.LastInteractionId} {activity.LastInboundAt:O} {activity.LastInboundId} {activity.LastOutboundAt:O} {activity.MessageCount}";
    }

    private static ConversationActivity New() => new() { TenantId = Guid.Empty, ConversationId = Guid.Empty };
}
