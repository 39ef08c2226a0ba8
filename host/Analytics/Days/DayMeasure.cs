namespace SocialCrm.Host.Analytics;

/// <summary>What a day's count is of. The numbers are stored.</summary>
internal enum DayMeasure : short
{
    /// <summary>Messages by direction.</summary>
    Volume = 0,

    /// <summary>Customers' messages by how they sound.</summary>
    Sentiment = 1,

    /// <summary>Customers' messages by type.</summary>
    Types = 2,

    /// <summary>By how much the number of open conversations rose or fell; 1 where the customer waits for us.</summary>
    Open = 3,
}
