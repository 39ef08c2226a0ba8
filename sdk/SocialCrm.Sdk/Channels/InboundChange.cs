namespace SocialCrm.Sdk;

/// <summary>What happened to a message on its network.</summary>
public enum InboundChange
{
    /// <summary>It was written.</summary>
    Created,

    /// <summary>It was changed; the message holds the whole new state.</summary>
    Edited,

    /// <summary>It was taken down.</summary>
    Deleted,
}
