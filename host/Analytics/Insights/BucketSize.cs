namespace SocialCrm.Host.Analytics;

/// <summary>How long each point of a series is.</summary>
public enum BucketSize
{
    Hour,
    Day,
    Week,
}
