using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Access;
using SocialCrm.Host.Conversations;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Http.Swagger;
using ContentDisposition = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue;
using HeaderUtilities = Microsoft.Net.Http.Headers.HeaderUtilities;

namespace SocialCrm.Host.Attachments;

/// <summary>Takes a file that a person wants to send or to note. It is theirs alone until it is part of a message.</summary>
internal sealed class UploadAttachment(
    ICrmDatabase database, Caller caller, OutboundMessages messages, FileIntake intake, IOptions<AttachmentsOptions> options, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/conversations/{id:guid}/attachments", HandleAsync)
        .RequireAuthorization(Permissions.WorkConversations).WithName("uploadAttachment")
        .TakesForm(new FormField("file", "The file.", IsFile: true, IsRequired: true))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413);

    /// <summary>Uploads a file</summary>
    /// <remarks>
    /// A multipart form with the field <c>file</c>, one file a request. Give its id with a reply or note; a file that goes with
    /// neither is let go after a day.
    /// </remarks>
    /// <param name="id">The conversation.</param>
    /// <response code="201">The file as it lies here.</response>
    /// <response code="409">The organisation's files fill what it may store.</response>
    /// <response code="413">The file is larger than this server takes.</response>
    private static async Task<Results<Created<AttachmentView>, ProblemHttpResult>> HandleAsync(Guid id, HttpRequest request, UploadAttachment upload, CancellationToken ct)
    {
        try
        {
            return await upload.TakeAsync(id, request, ct);
        }
        catch (FileRefusedException refused)
        {
            return refused.Why switch
            {
                FileRefusal.TooLarge => Problems.Of(413, "too-large", "The file is too large.", refused.Message),
                FileRefusal.Quota => Problems.Conflict("storage-full", refused.Message),
                FileRefusal.Empty or FileRefusal.Type => Problems.Invalid("file", refused.Message),
            };
        }
        catch (InvalidDataException)
        {
            return Problems.Invalid("", "The form cannot be read.");
        }
    }

    private async Task<Results<Created<AttachmentView>, ProblemHttpResult>> TakeAsync(Guid conversationId, HttpRequest request, CancellationToken ct)
    {
        if (!await messages.HasConversationAsync(conversationId, ct))
        {
            return Problems.NotFound("conversation");
        }

        if (MultipartForm.Open(request, options.Value.MostBytes) is not { } form)
        {
            return request.ContentLength > options.Value.MostBytes
                ? throw new FileRefusedException(FileRefusal.TooLarge, IncomingFile.TooLarge(options.Value))
                : Problems.Invalid("", "Send a multipart form with the field file.");
        }

        while (await form.ReadNextSectionAsync(ct) is { } section)
        {
            if (ContentDisposition.TryParse(section.ContentDisposition, out var disposition) && HeaderUtilities.RemoveQuotes(disposition.Name) == "file")
            {
                var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                return TypedResults.Created((string?)null, AttachmentView.Of(await KeepAsync(conversationId, section, AttachmentName.Clean(given), ct)));
            }
        }

        return Problems.Invalid("file", "Choose a file.");
    }

    private async Task<Attachment> KeepAsync(Guid conversationId, MultipartSection section, string name, CancellationToken ct)
    {
        var content = await intake.StoreAsync(caller.TenantId, section.Body, name, ct);
        var now = time.GetUtcNow();
        var file = new Attachment
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            ConversationId = conversationId,
            Name = name,
            DeclaredType = MediaTypeHeaderValue.TryParse(section.ContentType, out var type) && type.MediaType is { Length: <= 127 } media ? media : null,
            Type = content.Type,
            Size = content.Size,
            Hash = content.Hash,
            Width = content.Image?.Width,
            Height = content.Image?.Height,
            State = AttachmentState.Draft,
            FileId = content.FileId,
            UploadedBy = caller.ActorId,
            CreatedAt = now.UtcDateTime,
            DueAt = now.UtcDateTime.AddHours(options.Value.DraftHours),
        };
        await using var session = await database.WriteAsync(ct);
        if (!await FileKeeping.KeepAsync(session, caller.TenantId, content, ct))
        {
            throw new TimeoutException("The upload took so long that it was taken for abandoned.");
        }

        await session.InsertAsync(Attachment.Table, [file], OnConflict.Fail, ct);
        await session.CommitAsync(ct);
        return file;
    }
}
