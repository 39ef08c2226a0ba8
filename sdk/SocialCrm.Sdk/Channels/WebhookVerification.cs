namespace SocialCrm.Sdk;

/// <summary>The scheme by which the host verifies a webhook request, in constant time and over the raw bytes.</summary>
public enum WebhookVerification
{
    /// <summary>The connector has no webhook.</summary>
    None,

    /// <summary>
    /// Standard Webhooks: the headers <c>webhook-id</c>, <c>webhook-timestamp</c> (Unix seconds, five minutes'
    /// tolerance) and <c>webhook-signature</c> (one or more of <c>v1,</c> + base64 HMAC-SHA256 over
    /// <c>id.timestamp.body</c>, separated by spaces). The host issues the secret (<c>whsec_</c> + base64) and rotates it.
    /// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    /// </summary>
    StandardWebhooks,
}
