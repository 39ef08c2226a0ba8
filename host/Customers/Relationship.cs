using System.Text.Json.Serialization;

namespace SocialCrm.Host.Customers;

/// <summary>
/// How one identity and the organisation stand, as the sum of their contacts. Pure: no clock and no I/O. Applying the
/// same contacts in any order gives the same state, so that a recount always agrees.
/// </summary>
public sealed class Relationship
{
    private const int MostUnanswered = 100;
    private const int MostConversations = 100;

    internal static readonly TimeSpan RecentHalfLife = TimeSpan.FromDays(14);
    internal static readonly TimeSpan LongTermHalfLife = TimeSpan.FromDays(180);

    [JsonInclude]
    public DateTime? FirstContactAt { get; internal set; }

    [JsonInclude]
    public DateTime? LastContactAt { get; internal set; }

    [JsonInclude]
    public DateTime? LastOutboundAt { get; internal set; }

    [JsonInclude]
    public int Inbound { get; internal set; }

    [JsonInclude]
    public int Outbound { get; internal set; }

    [JsonInclude]
    public SortedDictionary<string, int> ByKind { get; internal set; } = new(StringComparer.Ordinal);

    [JsonInclude]
    public DecayingMean RecentSentiment { get; internal set; } = new();

    [JsonInclude]
    public DecayingMean LongTermSentiment { get; internal set; } = new();

    /// <summary>The customer's messages that nobody has answered yet, in the order of time.</summary>
    [JsonInclude]
    public List<Unanswered> Unanswered { get; internal set; } = [];

    /// <summary>Until when each conversation has been answered or settled.</summary>
    [JsonInclude]
    public Dictionary<Guid, DateTime> AnsweredUntil { get; internal set; } = [];

    public void Apply(Contact contact)
    {
        FirstContactAt = FirstContactAt is { } first && first <= contact.At ? first : contact.At;
        LastContactAt = LastContactAt is { } last && last >= contact.At ? last : contact.At;
        ByKind[contact.Kind] = ByKind.GetValueOrDefault(contact.Kind) + 1;
        if (contact.IsOutbound)
        {
            Outbound++;
            LastOutboundAt = LastOutboundAt is { } out1 && out1 >= contact.At ? out1 : contact.At;
            Settle(contact.ConversationId, contact.At);
            return;
        }

        Inbound++;
        Weigh(contact, +1);
    }

    /// <summary>A message changed its text or its labels: what it said before no longer counts, what it says now does.</summary>
    public void Revise(Contact before, Contact after)
    {
        Weigh(before, -1);
        Weigh(after, +1);
    }

    /// <summary>A message was taken down. That there was contact remains; what it said no longer counts.</summary>
    public void Withdraw(Contact contact) => Weigh(contact, -1);

    /// <summary>A conversation was answered or resolved: its messages up to then wait for nothing more.</summary>
    public void Settle(Guid conversationId, DateTime until)
    {
        if (!AnsweredUntil.TryGetValue(conversationId, out var answered) || answered < until)
        {
            AnsweredUntil[conversationId] = until;
        }

        Unanswered.RemoveAll(u => u.ConversationId == conversationId && u.At <= AnsweredUntil[conversationId]);
        if (AnsweredUntil.Count > MostConversations)
        {
            AnsweredUntil.Remove(AnsweredUntil.MinBy(pair => pair.Value).Key);
        }
    }

    private void Weigh(Contact contact, int sign)
    {
        if (contact.IsOutbound)
        {
            return;
        }

        if (contact.Sentiment is { } sentiment)
        {
            RecentSentiment = RecentSentiment.Add(sentiment, contact.At, sign, RecentHalfLife);
            LongTermSentiment = LongTermSentiment.Add(sentiment, contact.At, sign, LongTermHalfLife);
        }

        Unanswered.RemoveAll(u => u.InteractionId == contact.InteractionId);
        if (sign > 0 && contact.WantsAnswer && !IsAnswered(contact))
        {
            Await(contact);
        }
    }

    private bool IsAnswered(Contact contact) =>
        AnsweredUntil.TryGetValue(contact.ConversationId, out var until) && contact.At <= until;

    private void Await(Contact contact)
    {
        var waiting = new Unanswered(contact.InteractionId, contact.ConversationId, contact.At, contact.IsQuestion);
        var place = Unanswered.FindLastIndex(u => u.At < contact.At || (u.At == contact.At && u.InteractionId.CompareTo(contact.InteractionId) < 0)) + 1;
        Unanswered.Insert(place, waiting);
        if (Unanswered.Count > MostUnanswered)
        {
            Unanswered.RemoveAt(0);
        }
    }
}
