using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Http.Swagger;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>What a file holds, as far as its beginning tells.</summary>
/// <param name="Format">The format that was recognised, such as <c>jsonl</c> or <c>csv</c>.</param>
/// <param name="Columns">The columns; in JSON the paths, such as <c>author.id</c>.</param>
/// <param name="Rows">The first rows: for each column its value, or null.</param>
/// <param name="Suggestion">By field of a message the column that seems to hold it.</param>
/// <param name="Fields">All fields to which a column can be mapped, in the order in which a person maps them.</param>
/// <param name="Required">Those of them without which nothing can be imported.</param>
public sealed record ImportPreviewView(
    string Format,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    IReadOnlyDictionary<string, string> Suggestion,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Required);

internal static class PreviewImport
{
    private const long Enough = 1024 * 1024;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/channels/{id:guid}/imports/preview", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).WithName("previewImport")
        .TakesForm(new("file", "The beginning of the file, or all of a small one.", IsFile: true, IsRequired: true), new("partial", "true when the file goes on."))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413);

    /// <summary>Looks into a file before it is imported</summary>
    /// <remarks>A multipart form with the field <c>file</c>. The first 256 KiB of a file are enough; at most 1 MiB is taken. Nothing is stored.</remarks>
    private static async Task<Results<Ok<ImportPreviewView>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpRequest request, Caller caller, ChannelDirectory channels, ChannelCalls calls, CancellationToken ct)
    {
        if (await channels.FindAsync(caller.TenantId, id, ct) is not { Deleted: false } channel)
        {
            return Problems.NotFound("channel");
        }

        if (calls.WhyCannotImport(channel) is { } why)
        {
            return Problems.Conflict("cannot-import", why);
        }

        using var bytes = new MemoryStream();
        var upload = await ImportUpload.ReadAsync(request, Enough, async (piece, token) => await bytes.WriteAsync(piece, token), ct);
        return upload switch
        {
            null => Problems.Invalid("", "Send a multipart form with the field file."),
            { TooLarge: true } => Problems.Of(413, "too-large", "That is more than a preview needs.", "Send the first 256 KiB of the file."),
            { FileName: null } => Problems.Invalid("file", "Choose a file."),
            _ => await LookAsync(channel, upload, bytes.ToArray(), calls, ct),
        };
    }

    private static async Task<Results<Ok<ImportPreviewView>, ProblemHttpResult>> LookAsync(
        ConfiguredChannel channel, ImportUpload upload, byte[] bytes, ChannelCalls calls, CancellationToken ct)
    {
        try
        {
            var whole = upload.Fields.GetValueOrDefault("partial") != "true";
            var preview = await calls.PreviewAsync(channel, new ImportSample { Bytes = bytes, IsWhole = whole, FileName = upload.FileName! }, ct);
            return preview is { Error: null, Suggestion: { } suggestion }
                ? TypedResults.Ok(new ImportPreviewView(suggestion.Format, preview.Columns, preview.Rows, suggestion.Columns, ImportFields.All, ImportFields.Required))
                : Problems.Invalid("file", preview.Error?.Message ?? "The file could not be read.");
        }
        catch (PluginException error)
        {
            return Problems.Of(503, "plugin-unavailable", "The channel's plugin cannot read files now.", error.Reason);
        }
    }
}
