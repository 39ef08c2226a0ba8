namespace SocialCrm.Host.Customers;

/// <summary>How a customer and the organisation stand, summed over the customer's accounts.</summary>
public sealed record RelationshipView
{
    /// <summary>When they first had contact.</summary>
    public required DateTime? FirstContactAt { get; init; }

    /// <summary>When they last had contact.</summary>
    public required DateTime? LastContactAt { get; init; }

    /// <summary>How many messages the customer wrote.</summary>
    public required int Inbound { get; init; }

    /// <summary>How many messages the organisation wrote.</summary>
    public required int Outbound { get; init; }

    /// <summary>How many messages there are of each kind: post, comment, reply, mention, direct, review.</summary>
    public required IReadOnlyDictionary<string, int> ByKind { get; init; }

    /// <summary>How the customer's messages sound.</summary>
    public required SentimentView Sentiment { get; init; }

    /// <summary>The customer's questions that nobody has answered, oldest first.</summary>
    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    /// <summary>Who owes whom an answer.</summary>
    public required Owing Owes { get; init; }
}

/// <summary>How the customer's messages sound, from -1 (negative) to 1 (positive).</summary>
/// <param name="Recent">The mean in which a message counts half after two weeks; null where nothing is known.</param>
/// <param name="LongTerm">The mean in which a message counts half after half a year; null where nothing is known.</param>
/// <param name="Trend">Where the recent mean stands beside the long-term one.</param>
public sealed record SentimentView(double? Recent, double? LongTerm, SentimentTrend Trend);

/// <summary>A question of the customer that waits for an answer.</summary>
/// <param name="InteractionId">The message.</param>
/// <param name="ConversationId">The conversation it stands in.</param>
/// <param name="At">When it was asked.</param>
public sealed record OpenQuestion(Guid InteractionId, Guid ConversationId, DateTime At);

public enum SentimentTrend
{
    Unknown,
    Improving,
    Worsening,
    Steady,
}

/// <summary>Whose turn it is to answer.</summary>
public enum Owing
{
    Nobody,

    /// <summary>We owe the customer an answer.</summary>
    Us,

    /// <summary>We have answered; the customer has not.</summary>
    Them,
}
