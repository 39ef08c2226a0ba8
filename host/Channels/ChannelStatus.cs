namespace SocialCrm.Host.Channels;

/// <summary>Whether a channel works.</summary>
public enum ChannelStatus
{
    Ok,

    /// <summary>It has not been polled yet, or its network asked to slow down.</summary>
    Waiting,

    /// <summary>So many messages wait to be processed that its senders must wait, too.</summary>
    Busy,

    /// <summary>Its last polls did not work; it is tried again by itself.</summary>
    Failing,

    /// <summary>It waits for a person: the reason says for what.</summary>
    Stopped,

    /// <summary>It works, but no message has come for two weeks.</summary>
    Silent,

    /// <summary>Someone switched it off.</summary>
    Disabled,

    /// <summary>It cannot work at present; the reason says why.</summary>
    Unavailable,
}
