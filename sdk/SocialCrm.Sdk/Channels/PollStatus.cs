namespace SocialCrm.Sdk;

/// <summary>How a poll ended.</summary>
public enum PollStatus
{
    /// <summary>The network answered with what there is, be it nothing.</summary>
    Ok,

    /// <summary>The network said that nothing has changed.</summary>
    NotModified,

    /// <summary>The network asks to slow down. The host waits, and counts it as no error.</summary>
    RateLimited,

    /// <summary>The network does not accept the credentials. The host stops the channel until a person has seen to it.</summary>
    CredentialsRejected,

    /// <summary>What is polled is gone for good. The host stops the channel until a person has seen to it.</summary>
    Gone,

    /// <summary>It did not work; a later poll may. The host tries again with back-off.</summary>
    Failed,
}
