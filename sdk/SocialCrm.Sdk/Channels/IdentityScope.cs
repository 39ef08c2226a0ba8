namespace SocialCrm.Sdk;

/// <summary>Within what an author's id is unique.</summary>
public enum IdentityScope
{
    /// <summary>Within one channel.</summary>
    Channel,

    /// <summary>Within all channels of the connector, as on a public network.</summary>
    Network,
}
