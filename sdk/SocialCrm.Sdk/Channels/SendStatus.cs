namespace SocialCrm.Sdk;

/// <summary>What became of a message that was to be sent.</summary>
public enum SendStatus
{
    /// <summary>The network has taken it.</summary>
    Delivered,

    /// <summary>Not sent; a later attempt may succeed.</summary>
    Retry,

    /// <summary>Not sent; trying again as it is would not help.</summary>
    Failed,

    /// <summary>It may or may not have been sent.</summary>
    Unknown,
}
