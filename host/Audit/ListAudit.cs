using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Audit;

/// <param name="Id">The entry's id.</param>
/// <param name="At">When it was done.</param>
/// <param name="ActorId">Who did it; null for an API key.</param>
/// <param name="ActorName">The person's or the key's name at the time.</param>
/// <param name="Action">What was done, such as <c>apikey.created</c>.</param>
/// <param name="Subject">The kind of thing it was done to.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="Detail">More about it.</param>
public sealed record AuditItem(
    Guid Id, DateTime At, Guid? ActorId, string ActorName, string Action, string Subject, string? SubjectId, string? Detail);

internal static class ListAudit
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", HandleAsync).RequireAuthorization(Permissions.ManageTenant);

    /// <summary>Lists the audit trail</summary>
    /// <remarks>Who did what and when in this organisation, newest first.</remarks>
    private static async Task<Results<Ok<Page<AuditItem>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageQuery query, CrmDbContext db, CancellationToken ct)
    {
        if (!query.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (after is { } last)
        {
            entries = entries.Where(e => e.At <= last.Time && (e.At < last.Time || e.Id.CompareTo(last.Id) < 0));
        }

        var items = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(limit + 1)
            .Select(e => new AuditItem(e.Id, e.At, e.ActorId, e.ActorName, e.Action, e.Subject, e.SubjectId, e.Detail))
            .ToListAsync(ct);
        return TypedResults.Ok(items.ToPage(limit, item => new Cursor(item.At, item.Id)));
    }
}
