using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

internal static class ListRecordSystems
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/systems-of-record", ListAsync).RequireAuthorization(Permissions.ManageRecords).WithName("listSystemsOfRecord").ProducesProblem(400);
        api.MapGet("/systems-of-record/{id:guid}", GetAsync).RequireAuthorization(Permissions.ManageRecords).WithName("getSystemOfRecord").ProducesProblem(404);
    }

    /// <summary>Lists the systems of record</summary>
    /// <remarks>Oldest first, each with how it stands.</remarks>
    private static async Task<Results<Ok<Page<RecordSystemItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, CrmDbContext db, RecordSystemItems items, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var systems = await db.Set<RecordSystem>().AsNoTracking().Where(s => s.DeletedAt == null).ToListAsync(ct);
        var part = systems.OrderBy(Place).Where(s => after is null || Place(s).CompareTo((after.Value.Time, after.Value.Id)) > 0).Take(limit + 1).ToList();
        var shown = new List<RecordSystemItem>(part.Count);
        foreach (var system in part)
        {
            shown.Add(await items.OfAsync(system, ct));
        }

        return TypedResults.Ok(shown.ToPage(limit, s => new Cursor(s.CreatedAt, s.Id)));
    }

    /// <summary>Shows a system of record</summary>
    /// <remarks>Its settings without the secrets, its mapping, and how it goes with telling it and pulling from it.</remarks>
    /// <param name="id">The system.</param>
    private static async Task<Results<Ok<RecordSystemItem>, ProblemHttpResult>> GetAsync(
        Guid id, RecordSystemChanges changes, RecordSystemItems items, CancellationToken ct) =>
        await changes.FindAsync(id, ct) is { } system ? TypedResults.Ok(await items.OfAsync(system, ct)) : RecordProblems.NotFound;

    private static (DateTime, Guid) Place(RecordSystem system) => (system.CreatedAt, system.Id);
}
