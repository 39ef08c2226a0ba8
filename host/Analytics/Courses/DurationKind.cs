namespace SocialCrm.Host.Analytics;

/// <summary>What took its time.</summary>
/// <param name="Table">Where it stands.</param>
/// <param name="Id">What tells those of one conversation apart.</param>
/// <param name="And">Which of its rows; empty for all.</param>
internal sealed record DurationKind(string Table, string Id, string And)
{
    public static DurationKind Answers { get; } = new("responses", "interaction_id", "");

    public static DurationKind FirstAnswers { get; } = new("responses", "interaction_id", " AND is_first");

    // A conversation may have been resolved several times in one period: its newest number stands for the row.
    public static DurationKind Resolutions { get; } = new("resolutions", "conversation_id", "");
}
