namespace SocialCrm.Host.Platform.Http;

/// <summary>The address at which people and networks reach this server, without a slash at its end.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>The setting PublicUrl, or else what the request was sent to.</summary>
    public string Of(HttpRequest request) => Configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    public string? Configured => configuration["PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : null;
}
