namespace SocialCrm.Sdk;

/// <summary>Who spoke.</summary>
public enum MessageDirection
{
    /// <summary>A customer.</summary>
    Inbound,

    /// <summary>The organisation.</summary>
    Outbound,
}
