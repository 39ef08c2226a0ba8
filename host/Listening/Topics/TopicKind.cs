namespace SocialCrm.Host.Listening;

/// <summary>What a topic stands for. The numbers are stored.</summary>
public enum TopicKind
{
    /// <summary>A theme, such as delivery.</summary>
    Subject = 0,

    /// <summary>A brand of the organisation itself.</summary>
    Brand = 1,

    /// <summary>Another's brand.</summary>
    Competitor = 2,
}
