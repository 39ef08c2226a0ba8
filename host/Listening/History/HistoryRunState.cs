namespace SocialCrm.Host.Listening;

/// <summary>How far a topic has come with the messages that were there before it. The numbers are stored.</summary>
public enum HistoryRunState
{
    Running = 0,
    Done = 1,
    Cancelled = 2,
    Failed = 3,
}
