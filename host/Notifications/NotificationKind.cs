namespace SocialCrm.Host.Notifications;

/// <summary>What people are told of.</summary>
public enum NotificationKind
{
    /// <summary>A rule wants them to look at a conversation.</summary>
    Rule,

    /// <summary>A colleague or a rule gave them a conversation.</summary>
    Assigned,

    /// <summary>A colleague named them in a note.</summary>
    Mention,

    /// <summary>A reply of theirs did not arrive, or nobody knows whether it did.</summary>
    ReplyFailed,

    /// <summary>A channel has stopped and waits for an admin.</summary>
    ChannelStopped,

    /// <summary>An import that they started has come to its end.</summary>
    ImportFinished,

    /// <summary>Messages could not be processed.</summary>
    DeadLetters,
}

/// <summary>Whether and when a notification is mailed too.</summary>
public enum MailTiming
{
    Off,

    /// <summary>Within moments, unless it was read by then.</summary>
    AtOnce,

    /// <summary>In one e-mail each morning.</summary>
    Daily,
}
