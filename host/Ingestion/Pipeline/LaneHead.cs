namespace SocialCrm.Host.Ingestion;

/// <summary>The first messages of a lane, and the mark above which they were read.</summary>
internal sealed record LaneHead(LaneKey Key, long LowWater, IReadOnlyList<PendingMessage> Messages)
{
    /// <summary>The same lane with its first messages only.</summary>
    public LaneHead First(int count) => this with { Messages = [.. Messages.Take(count)] };
}
