namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>How far an event came. The numbers are stored, and the indexes count on their order.</summary>
public enum RecordDeliveryState : short
{
    /// <summary>It waits for its turn.</summary>
    Queued = 0,

    /// <summary>It is on its way.</summary>
    Sending = 1,

    /// <summary>The system has taken it.</summary>
    Sent = 2,

    /// <summary>The system refused it, or could not be reached for too long.</summary>
    Failed = 3,

    /// <summary>It may or may not have been taken.</summary>
    Unknown = 4,
}
