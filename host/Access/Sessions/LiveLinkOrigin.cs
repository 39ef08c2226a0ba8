using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>
/// The live link carries no antiforgery token, and a browser opens a WebSocket to any site with the cookie of that site:
/// so a page may open it only where it came from itself. A program that is no browser names no origin.
/// </summary>
internal sealed class LiveLinkOrigin(RequestDelegate next, IConfiguration configuration)
{
    private readonly string? _public = Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var address) ? address.Authority : null;

    public Task InvokeAsync(HttpContext context)
    {
        var isLink = context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);
        return !isLink || context.Request.Headers.Origin is not [var origin, ..] || IsOurs(origin, context.Request.Host.Value)
            ? next(context)
            : Problems.Of(
                StatusCodes.Status403Forbidden,
                "origin",
                "The live link is for the pages of this server.",
                "Behind a proxy, pass the Host header on, or set PublicUrl to the address that people open.").ExecuteAsync(context);
    }

    private bool IsOurs(string? origin, string? host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && (Same(address.Authority, host) || Same(address.Authority, _public));

    private static bool Same(string authority, string? other) => authority.Equals(other, StringComparison.OrdinalIgnoreCase);
}
