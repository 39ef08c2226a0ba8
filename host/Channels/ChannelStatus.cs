namespace SocialCrm.Host.Channels;

/// <summary>Whether a channel works.</summary>
public enum ChannelStatus
{
    Ok,

    /// <summary>Someone switched it off.</summary>
    Disabled,

    /// <summary>It cannot work at present; the reason says why.</summary>
    Unavailable,
}
