namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>An RFC 9457 answer as a client reads it.</summary>
public sealed record Problem(string Type, string Title, int Status, string? Detail = null, Dictionary<string, string[]>? Errors = null)
{
    /// <summary>The end of the type, such as "not-found".</summary>
    public string Slug => Type["urn:socialcrm:problem:".Length..];
}
