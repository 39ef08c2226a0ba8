namespace SocialCrm.Host.Ingestion;

/// <summary>What a look into some lanes found.</summary>
/// <param name="Heads">The messages to apply.</param>
/// <param name="NotEmptied">The lanes in which more waits.</param>
/// <param name="IsFull">The heads are as much as a worker should take, or nearly.</param>
/// <param name="IsHeldBack">Some were left: what is just being committed must not be overtaken.</param>
internal sealed record LaneReading(IReadOnlyList<LaneHead> Heads, IReadOnlySet<LaneKey> NotEmptied, bool IsFull, bool IsHeldBack);
