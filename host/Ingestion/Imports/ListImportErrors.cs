using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

/// <summary>A row that was not taken in.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Field">The field at fault; empty for the whole row.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ImportErrorView(long Line, string Field, string Message);

internal static class ListImportErrors
{
    private const int AtATime = 5000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/imports/{id:guid}/errors", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listImportErrors").ProducesProblem(404);
        api.MapGet("/imports/{id:guid}/errors.csv", DownloadAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("downloadImportErrors").Produces<string>(200, "text/csv").ProducesProblem(404);
    }

    /// <summary>Lists the rows that were not taken in</summary>
    /// <remarks>In the order of lines.</remarks>
    /// <param name="id">The import.</param>
    /// <param name="limit">How many, 1 to 200; 50 when not said.</param>
    /// <param name="after">The <c>next</c> of the part before.</param>
    private static async Task<Results<Ok<Page<ImportErrorView>>, ProblemHttpResult>> ListAsync(
        Guid id, CrmDbContext db, CancellationToken ct, [FromQuery] int? limit = null, [FromQuery] string? after = null)
    {
        var most = limit ?? PageQuery.DefaultLimit;
        var line = 0L;
        if (most is < 1 or > PageQuery.MaximumLimit)
        {
            return Problems.Invalid("limit", $"Ask for 1 to {PageQuery.MaximumLimit} items.");
        }

        if (after is { Length: > 0 } && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out line))
        {
            return Problems.Invalid("after", "Pass the value of next from the part before, unchanged.");
        }

        if (!await db.Set<ImportJob>().AnyAsync(i => i.Id == id, ct))
        {
            return Problems.NotFound("import");
        }

        var rows = await PartAsync(db, id, line, most + 1, ct);
        var next = rows.Count > most ? rows[most - 1].Line.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<ImportErrorView>([.. rows.Take(most)], next));
    }

    /// <summary>Downloads the rows that were not taken in, as CSV</summary>
    /// <remarks>All of them, with line, field and message.</remarks>
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> DownloadAsync(Guid id, CrmDbContext db, CancellationToken ct) =>
        await db.Set<ImportJob>().AnyAsync(i => i.Id == id, ct)
            ? TypedResults.Stream(stream => WriteAsync(stream, db, id, ct), "text/csv; charset=utf-8", $"import-{id:N}-errors.csv")
            : Problems.NotFound("import");

    private static async Task WriteAsync(Stream stream, CrmDbContext db, Guid id, CancellationToken ct)
    {
        await stream.WriteAsync("line,field,message\r\n"u8.ToArray(), ct);
        for (var line = 0L; ;)
        {
            var part = await PartAsync(db, id, line, AtATime, ct);
            var text = string.Concat(part.Select(e => $"{e.Line},{Cell(e.Field)},{Cell(e.Message)}\r\n"));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
            if (part.Count < AtATime)
            {
                return;
            }

            line = part[^1].Line;
        }
    }

    // A spreadsheet would take a cell that begins like a formula for one.
    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Task<List<ImportErrorView>> PartAsync(CrmDbContext db, Guid id, long after, int most, CancellationToken ct) =>
        db.Set<ImportError>().AsNoTracking().Where(e => e.ImportId == id && e.Line > after).OrderBy(e => e.Line).Take(most)
            .Select(e => new ImportErrorView(e.Line, e.Field, e.Message)).ToListAsync(ct);
}
