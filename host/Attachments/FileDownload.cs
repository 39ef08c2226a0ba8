using Microsoft.Net.Http.Headers;

namespace SocialCrm.Host.Attachments;

/// <summary>
/// Sends a file so that a browser does nothing with it but save it, or show it where it is a picture: no sniffing, no
/// scripts, an origin of its own, nothing for other sites.
/// </summary>
internal sealed class FileDownload(ReadableFile file, AttachmentContents contents, bool inline) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = $"\"{file.Hash[..32]}\"";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Asked about each time: what was deleted must not live on in a browser.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ETag = tag;
        if (request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await using var content = await contents.OpenAsync(file, httpContext.RequestAborted);
        if (content is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = inline || FileType.IsPicture(file.Type) ? file.Type : FileType.Unknown;
        response.ContentLength = file.Size;
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
