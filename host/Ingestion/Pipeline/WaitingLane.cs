namespace SocialCrm.Host.Ingestion;

/// <summary>A lane that a worker takes, and how often something had been appended to it until then.</summary>
internal readonly record struct WaitingLane(LaneKey Key, long Appended);
