namespace SocialCrm.Sdk;

/// <summary>What sort of message it is.</summary>
public enum MessageKind
{
    /// <summary>A post of the author's own.</summary>
    Post,

    /// <summary>A comment below something.</summary>
    Comment,

    /// <summary>An answer to a message.</summary>
    Reply,

    /// <summary>A post that names the organisation.</summary>
    Mention,

    /// <summary>A private message.</summary>
    Direct,

    /// <summary>A review.</summary>
    Review,
}
