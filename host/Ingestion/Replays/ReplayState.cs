namespace SocialCrm.Host.Ingestion;

/// <summary>How far a replay has come. The numbers are stored.</summary>
public enum ReplayState : short
{
    /// <summary>It waits for its turn or is under way.</summary>
    Running = 0,

    /// <summary>It went through everything.</summary>
    Done = 1,

    /// <summary>Somebody stopped it. What it had changed stays.</summary>
    Cancelled = 2,

    /// <summary>It was given up. What it had changed stays.</summary>
    Failed = 3,
}

/// <summary>What a replay is at. The numbers are stored.</summary>
public enum ReplayPhase : short
{
    /// <summary>The messages, by classifier and topics.</summary>
    Labels = 0,

    /// <summary>The open conversations, by rules.</summary>
    Routing = 1,
}
