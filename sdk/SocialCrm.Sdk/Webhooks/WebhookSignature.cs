namespace SocialCrm.Sdk;

/// <summary>The outcome of verifying a signature.</summary>
public enum WebhookSignature
{
    /// <summary>The request comes from someone who holds the secret, and lately.</summary>
    Valid,

    /// <summary>One of the three headers is missing or empty.</summary>
    MissingHeader,

    /// <summary>The timestamp is no whole number of Unix seconds.</summary>
    BadTimestamp,

    /// <summary>The timestamp lies further from now than the tolerance.</summary>
    OutsideTolerance,

    /// <summary>No signature matches any of the secrets.</summary>
    Mismatch,
}
