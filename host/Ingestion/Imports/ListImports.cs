using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Ingestion;

internal static class ListImports
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/channels/{id:guid}/imports", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listImports").ProducesProblem(404);
        api.MapGet("/imports/{id:guid}", GetAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("getImport").ProducesProblem(404);
    }

    /// <summary>Lists the imports of a channel</summary>
    /// <remarks>Newest first.</remarks>
    private static async Task<Results<Ok<Page<ImportView>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] PageQuery page, CrmDbContext db, Caller caller, ChannelDirectory channels, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (await channels.FindAsync(caller.TenantId, id, ct) is null)
        {
            return Problems.NotFound("channel");
        }

        var query = db.Set<ImportJob>().AsNoTracking().Where(i => i.ChannelId == id);
        if (after is { } place)
        {
            query = query.Where(i => i.CreatedAt <= place.Time && (i.CreatedAt < place.Time || i.Id.CompareTo(place.Id) < 0));
        }

        var rows = await query.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, i => new Cursor(i.CreatedAt, i.Id));
        var totals = await ImportTotals.OfAsync(db, [.. part.Items.Select(i => i.Id)], ct);
        return TypedResults.Ok(new Page<ImportView>([.. part.Items.Select(i => ImportView.Of(i, totals.GetValueOrDefault(i.Id)))], part.Next));
    }

    /// <summary>Shows how far an import has come</summary>
    /// <remarks>It has ended once <c>finishedAt</c> is set; then every row is in, known already, or among the errors.</remarks>
    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> GetAsync(Guid id, CrmDbContext db, CancellationToken ct) =>
        await db.Set<ImportJob>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } job
            ? TypedResults.Ok(ImportView.Of(job, (await ImportTotals.OfAsync(db, [id], ct)).GetValueOrDefault(id)))
            : Problems.NotFound("import");
}
