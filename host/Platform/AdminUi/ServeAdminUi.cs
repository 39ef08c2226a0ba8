using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace SocialCrm.Host.Platform.AdminUi;

/// <summary>
/// Answers what no route does: files of the admin UI, its one page for every other address a browser opens, and 404 for
/// the rest. It comes before the sign-in, which is a page of the UI itself.
/// </summary>
internal sealed class ServeAdminUi(RequestDelegate next, AdminUiFiles files)
{
    private const string NoncePlace = "__CSP_NONCE__";
    private static readonly string[] NotPages = ["/api", "/hooks", "/media", "/hubs", "/swagger", "/health", "/metrics", "/assets"];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            // What is not a route is routing's own answer to a wrong method or content type: it needs nobody signed in.
            return endpoint is RouteEndpoint ? next(context) : endpoint.RequestDelegate!(context);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return NotFound(context);
        }

        var path = context.Request.Path.Value ?? "/";
        if (path != "/index.html" && files.TryFind(path, out var file, out var contentType))
        {
            return SendAsync(context, file.PhysicalPath!, contentType, path);
        }

        return IsPage(context) ? SendPageAsync(context) : NotFound(context);
    }

    private static bool IsPage(HttpContext context) =>
        !NotPages.Any(place => context.Request.Path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase)) && !Path.HasExtension(context.Request.Path.Value?.Replace("/index.html", ""));

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // The build puts a hash of the content into the names below /assets: such a file never changes.
    private static Task SendAsync(HttpContext context, string file, string contentType, string path)
    {
        var cache = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        context.Response.Headers.CacheControl = cache;
        var changed = new DateTimeOffset(File.GetLastWriteTimeUtc(file));
        var tag = new EntityTagHeaderValue($"\"{changed.UtcTicks:x}\"");
        return TypedResults.PhysicalFile(file, contentType, lastModified: changed, entityTag: tag).ExecuteAsync(context);
    }

    private Task SendPageAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (files.IndexPage is not { } page)
        {
            return TypedResults.Content(
                "The server runs, but its admin UI was not built. Build admin-ui (npm ci, npm run build) and copy dist to wwwroot beside the server; the API is described at /swagger.\n",
                "text/plain; charset=utf-8",
                statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        return TypedResults.Content(page.Replace(NoncePlace, nonce, StringComparison.Ordinal), "text/html; charset=utf-8").ExecuteAsync(context);
    }

    // Tried in a browser with every page and dialog: Mantine's style elements bear the nonce, nothing is inline.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
