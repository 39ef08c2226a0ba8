using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Attachments;

internal static class ServeMedia
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/media/{token}", HandleAsync)
        .AllowAnonymous().WithName("fetchMedia").WithTags("Attachments").Produces<Stream>(200, FileType.Unknown).ProducesProblem(404);

    /// <summary>Hands a sent file to its receiver</summary>
    /// <remarks>The address is part of what a channel's receiver gets with a reply. It needs no credentials and ends after a while.</remarks>
    /// <param name="token">Stands for the file and the time.</param>
    /// <response code="200">The content, under its name.</response>
    private static async Task<Results<FileDownload, ProblemHttpResult>> HandleAsync(string token, MediaLinks links, AttachmentContents contents, CancellationToken ct) =>
        links.ReadAddress(token) is { } known && await contents.FindAsync(known.TenantId, known.Id, ct) is { } file
            ? new FileDownload(file, contents, inline: false)
            : Problems.Of(404, "not-found", "Not found.", "The address has ended, or the file was taken away.");
}
