using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SocialCrm.Host.Platform.Http;

/// <summary>Opens a form that holds a file, to be read as it comes.</summary>
internal static class MultipartForm
{
    /// <summary>For the form's fields and the lines between them.</summary>
    public const int Surroundings = 1024 * 1024;

    /// <summary>Null when it is no form, or says of itself that it is larger than a file of <paramref name="mostBytes"/> makes it.</summary>
    public static MultipartReader? Open(HttpRequest request, long mostBytes)
    {
        if (request.ContentLength > mostBytes + Surroundings
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            return null;
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = mostBytes + Surroundings;
        return new MultipartReader(boundary, request.Body);
    }
}
