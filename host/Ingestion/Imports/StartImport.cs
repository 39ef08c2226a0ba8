using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Http.Swagger;
using SocialCrm.Host.Plugins;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>An import that was started.</summary>
/// <param name="Id">Its id, by which it is followed.</param>
public sealed record StartedImport(Guid Id);

/// <summary>Keeps an uploaded file and starts its import.</summary>
internal sealed class StartImport(
    CrmDbContext db, ICrmDatabase database, Caller caller, ChannelDirectory channels, ChannelCalls calls, AuditTrail audit,
    ImportSignal signal, IOptions<ImportsOptions> options, TimeProvider time)
{
    private const int DefaultDays = 30;
    private const int MostDays = 36_500;

    private readonly Guid _id = Guid.CreateVersion7(time.GetUtcNow());
    private byte[] _beginning = [];
    private long _size;
    private int _pieces;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/channels/{id:guid}/imports", HandleAsync)
        .RequireAuthorization(Permissions.ManageChannels).WithName("startImport")
        .TakesForm(
            new("file", "JSON lines or CSV.", IsFile: true, IsRequired: true),
            new("mapping", "Which column is what, as JSON; left out, the suggestion of the preview holds."),
            new("resolveOlderThanDays", "A number of days, or never."))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413);

    /// <summary>Imports a file with history</summary>
    /// <remarks>
    /// A multipart form: <c>file</c> (JSON lines or CSV), <c>mapping</c> (JSON: <c>{"format": "csv", "columns": {"id": "tweet_id", "author.id": "user"}}</c>;
    /// left out, the suggestion of the preview holds) and <c>resolveOlderThanDays</c> (conversations whose messages are older arrive
    /// resolved; 30 when not said, <c>never</c> for none). Answered once the whole file is stored; the import goes on by itself, on any
    /// node. Importing the same file again changes nothing.
    /// </remarks>
    /// <response code="202">The import's id.</response>
    /// <response code="409">The channel cannot import now; the problem says why.</response>
    /// <response code="413">The file is larger than this server takes.</response>
    private static Task<Results<Accepted<StartedImport>, ProblemHttpResult>> HandleAsync(Guid id, HttpRequest request, StartImport start, CancellationToken ct) =>
        start.RunAsync(id, request, ct);

    private async Task<Results<Accepted<StartedImport>, ProblemHttpResult>> RunAsync(Guid channelId, HttpRequest request, CancellationToken ct)
    {
        if (await channels.FindAsync(caller.TenantId, channelId, ct) is not { Deleted: false } channel)
        {
            return Problems.NotFound("channel");
        }

        if (calls.WhyCannotImport(channel) is { } why)
        {
            return Problems.Conflict("cannot-import", why);
        }

        // An upload has its time: what is older and belongs to no import was left by a node that died (AbandonedUploads).
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(AbandonedUploads.LongestUpload);
        try
        {
            if (await StoreAsync(channel, request, inTime.Token) is { } refusal)
            {
                await ForgetAsync();
                return refusal;
            }
        }
        catch
        {
            await ForgetAsync();
            throw;
        }

        signal.Raise();
        return TypedResults.Accepted($"/api/v1/imports/{_id}", new StartedImport(_id));
    }

    private async Task ForgetAsync()
    {
        // The import may have begun although nobody was told so.
        if (await db.Set<ImportJob>().AnyAsync(i => i.Id == _id, CancellationToken.None))
        {
            return;
        }

        await using var session = await database.WriteAsync(CancellationToken.None);
        await ImportFile.ForgetAsync(session, caller.TenantId, _id, CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    private async Task<ProblemHttpResult?> StoreAsync(ConfiguredChannel channel, HttpRequest request, CancellationToken ct)
    {
        ImportUpload? upload;
        try
        {
            upload = await ImportUpload.ReadAsync(request, options.Value.MostBytes, KeepAsync, ct);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return Problems.Invalid("file", "The upload broke off before its end. Send the file again.");
        }

        if (upload is null)
        {
            return Problems.Invalid("", "Send a multipart form with the fields file and mapping.");
        }

        if (upload.TooLarge)
        {
            return Problems.Of(413, "too-large", "The file is too large.", $"This server takes files of up to {options.Value.MostMegabytes:N0} MiB. Split the file, or ask the operator to raise Imports:MostMegabytes.");
        }

        if (upload.FileName is null || _size == 0)
        {
            return Problems.Invalid("file", upload.FileName is null ? "Choose a file." : "The file is empty.");
        }

        if (!TrySettledBefore(upload.Fields.GetValueOrDefault("resolveOlderThanDays"), out var settledBefore))
        {
            return Problems.Invalid("resolveOlderThanDays", $"Give a whole number of days from 0 to {MostDays:N0}, or never.");
        }

        var (mapping, error) = await MappingAsync(channel, upload, ct);
        if (mapping is null)
        {
            return Problems.Invalid(error!.Field, error.Message);
        }

        await SaveAsync(channel, upload.FileName, mapping, settledBefore, ct);
        return null;
    }

    private async Task<(ImportMapping? Mapping, ParseError? Error)> MappingAsync(ConfiguredChannel channel, ImportUpload upload, CancellationToken ct)
    {
        try
        {
            var sample = new ImportSample { Bytes = _beginning, IsWhole = _pieces == 1, FileName = upload.FileName! };
            var preview = await calls.PreviewAsync(channel, sample, ct);
            return preview.Error is { } error ? (null, new ParseError("file", error.Message))
                : ImportMappings.Parse(upload.Fields.GetValueOrDefault("mapping"), preview.Suggestion ?? new ImportMapping { Format = "" });
        }
        catch (PluginException error)
        {
            return (null, new ParseError("file", $"The channel's plugin could not read the file: {error.Reason}."));
        }
    }

    private async Task KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var piece = new ImportFile { TenantId = caller.TenantId, ImportId = _id, Number = _pieces++, Bytes = bytes.ToArray() };
        _beginning = _pieces == 1 ? piece.Bytes : _beginning;
        _size += bytes.Length;
        await using var session = await database.WriteAsync(ct);
        await session.InsertAsync(ImportFile.Table, [piece], OnConflict.Fail, ct);
        await session.CommitAsync(ct);
    }

    private async Task SaveAsync(ConfiguredChannel channel, string fileName, ImportMapping mapping, DateTime settledBefore, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        db.Add(new ImportJob
        {
            TenantId = caller.TenantId,
            Id = _id,
            ChannelId = channel.Id,
            FileName = fileName,
            Size = _size,
            Mapping = ImportMappings.Write(mapping),
            SettledBefore = settledBefore,
            State = ImportState.Reading,
            CreatedBy = caller.Name,
            CreatedById = caller.UserId,
            CreatedAt = now,
            DueAt = DateTime.UnixEpoch,
        });
        audit.Record("import.started", "channel", channel.Id, fileName);
        await db.SaveChangesAsync(ct);
    }

    private bool TrySettledBefore(string? days, out DateTime settledBefore)
    {
        var now = time.GetUtcNow().UtcDateTime;
        settledBefore = now.AddDays(-DefaultDays);
        if (days is "never")
        {
            settledBefore = DateTime.UnixEpoch;
            return true;
        }

        if (string.IsNullOrWhiteSpace(days))
        {
            return true;
        }

        var valid = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostDays;
        settledBefore = valid && now.AddDays(-number) is var before && before > DateTime.UnixEpoch ? before : DateTime.UnixEpoch;
        return valid;
    }
}
