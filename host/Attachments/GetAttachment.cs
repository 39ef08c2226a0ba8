using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Attachments;

internal static class GetAttachment
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/attachments/{id:guid}", DownloadAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("downloadAttachment")
            .Produces<Stream>(200, FileType.Unknown).ProducesProblem(404);
        api.MapGet("/attachments/{id:guid}/preview", PreviewAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("previewAttachment")
            .Produces<Stream>(200, "image/png", "image/jpeg", "image/gif", "image/webp").ProducesProblem(404);
    }

    /// <summary>Downloads a file</summary>
    /// <remarks>Always as a download, whatever it holds: it comes from outside and is as safe as whoever sent it.</remarks>
    /// <param name="id">The attachment.</param>
    /// <response code="200">The content, under its name.</response>
    private static async Task<Results<FileDownload, ProblemHttpResult>> DownloadAsync(Guid id, AttachmentContents contents, Caller caller, CancellationToken ct) =>
        await contents.FindAsync(caller.TenantId, id, ct) is { } file ? new FileDownload(file, contents, inline: false) : Problems.NotFound("file");

    /// <summary>Shows a picture</summary>
    /// <remarks>
    /// For PNG, JPEG, GIF and WebP by their content (not their name), and only where the header tells dimensions that a browser can take.
    /// All other files have no preview.
    /// </remarks>
    /// <param name="id">The attachment.</param>
    /// <response code="200">The picture as it came.</response>
    private static async Task<Results<FileDownload, ProblemHttpResult>> PreviewAsync(Guid id, AttachmentContents contents, Caller caller, CancellationToken ct) =>
        await contents.FindAsync(caller.TenantId, id, ct) is { Showable: true } file ? new FileDownload(file, contents, inline: true) : Problems.NotFound("preview");
}
