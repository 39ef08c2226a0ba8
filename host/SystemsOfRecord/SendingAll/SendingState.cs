namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>How far a system has come with being told of all customers. The numbers are stored.</summary>
public enum SendingState : short
{
    /// <summary>Customers are still to be told of, or their events wait.</summary>
    Running = 0,

    /// <summary>The system was told of each, or an event stands in the log as failed.</summary>
    Done = 1,

    /// <summary>A person stopped it.</summary>
    Cancelled = 2,
}
