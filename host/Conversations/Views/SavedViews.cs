using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Routing;

namespace SocialCrm.Host.Conversations;

/// <param name="Name">1 to 60 characters.</param>
/// <param name="Filters">What it shows.</param>
/// <param name="Shared">True shows it to everybody here; leads and those above them may do that.</param>
public sealed record SavedViewRequest(string Name, ViewFilters Filters, bool Shared = false);

/// <param name="Ids">The views in their new order; those that are left out stay behind these.</param>
public sealed record SavedViewOrder(IReadOnlyList<Guid> Ids);

/// <summary>Filters of the inbox under a name.</summary>
/// <param name="Id">The view's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Shared">True for one that everybody here sees.</param>
/// <param name="Mine">True for one that the caller made.</param>
/// <param name="MayChange">True when the caller may change and delete it.</param>
/// <param name="Filters">What it shows.</param>
/// <param name="Count">How many conversations it shows, up to 1,000 (open ones, where it asks for no status); null when not asked for.</param>
public sealed record SavedViewItem(Guid Id, string Name, bool Shared, bool Mine, bool MayChange, ViewFilters Filters, int? Count);

/// <summary>The views of the caller: their own and those shared by all.</summary>
internal sealed class SavedViews(
    CrmDbContext db, Caller caller, AuditTrail audit, ConversationQueries queries, Teams teams, ChannelDirectory channels, TimeProvider time)
{
    private const int MostViews = 50;
    private const int MostCounted = 1_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/saved-views", ListAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listSavedViews");
        var changes = api.MapGroup("").RequireAuthorization(Permissions.WorkConversations);
        changes.MapPost("/saved-views", CreateAsync).WithName("createSavedView").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        changes.MapPut("/saved-views/{id:guid}", UpdateAsync).WithName("updateSavedView").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        changes.MapDelete("/saved-views/{id:guid}", DeleteAsync).WithName("deleteSavedView").ProducesProblem(403).ProducesProblem(404);
        changes.MapPut("/saved-views/order", OrderAsync).WithName("orderSavedViews").ProducesProblem(400);
    }

    /// <summary>Lists the saved views</summary>
    /// <remarks>The shared ones first, then the caller's own, each in their order.</remarks>
    /// <param name="counts">True tells how many conversations each shows.</param>
    private static async Task<Ok<Page<SavedViewItem>>> ListAsync(SavedViews views, CancellationToken ct, [FromQuery] bool counts = false)
    {
        var items = new List<SavedViewItem>();
        foreach (var view in await views.AllAsync(ct))
        {
            items.Add(views.Item(view, counts ? await views.CountAsync(view, ct) : null));
        }

        return TypedResults.Ok(new Page<SavedViewItem>(items, null));
    }

    /// <summary>Saves a view</summary>
    /// <remarks>Filters of the inbox under a name. It comes last.</remarks>
    private static async Task<Results<Created<SavedViewItem>, ProblemHttpResult>> CreateAsync(SavedViewRequest request, SavedViews views, CancellationToken ct)
    {
        if (await views.ErrorAsync(request, ct) is { } problem)
        {
            return problem;
        }

        var all = await views.AllAsync(ct);
        return all.Count >= MostViews
            ? Problems.Conflict("too-many-views", $"There are at most {MostViews} views, shared and own. Delete one first.")
            : TypedResults.Created((string?)null, await views.AddAsync(request, all, ct));
    }

    /// <summary>Changes a view</summary>
    /// <remarks>Its name, what it shows, and whether all see it.</remarks>
    /// <param name="id">The view.</param>
    private static async Task<Results<Ok<SavedViewItem>, ProblemHttpResult>> UpdateAsync(
        Guid id, SavedViewRequest request, SavedViews views, CancellationToken ct)
    {
        if (await views.FindAsync(id, ct) is not { } view)
        {
            return Problems.NotFound("view");
        }

        if (!views.MayChange(view))
        {
            return Forbidden();
        }

        if (await views.ErrorAsync(request, ct) is { } problem)
        {
            return problem;
        }

        (view.Name, view.Shared, view.Filters) = (request.Name.Trim(), request.Shared, request.Filters.Write());
        await views.SaveAsync("view.changed", view, ct);
        return TypedResults.Ok(views.Item(view, null));
    }

    /// <summary>Deletes a view</summary>
    /// <remarks>The conversations in it stay as they are.</remarks>
    /// <param name="id">The view.</param>
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, SavedViews views, CancellationToken ct)
    {
        if (await views.FindAsync(id, ct) is not { } view)
        {
            return Problems.NotFound("view");
        }

        if (!views.MayChange(view))
        {
            return Forbidden();
        }

        await views.RemoveAsync(view, ct);
        return TypedResults.NoContent();
    }

    /// <summary>Puts the views in order</summary>
    /// <remarks>Only those that the caller may change move.</remarks>
    private static async Task<Results<Ok<Page<SavedViewItem>>, ProblemHttpResult>> OrderAsync(SavedViewOrder request, SavedViews views, CancellationToken ct)
    {
        var all = await views.AllAsync(ct);
        if (!request.Ids.All(id => all.Exists(v => v.Id == id)))
        {
            return Problems.Invalid("ids", "Give the ids of views that you can see.");
        }

        return TypedResults.Ok(new Page<SavedViewItem>([.. (await views.ArrangeAsync(all, [.. request.Ids], ct)).Select(v => views.Item(v, null))], null));
    }

    private static ProblemHttpResult Forbidden() =>
        Problems.Of(StatusCodes.Status403Forbidden, "shared-view", "Not allowed.", "Shared views are changed by team leads and those above them.");

    private bool MayShare => caller.Role <= Role.Lead;

    private bool MayChange(SavedView view) => view.Shared ? MayShare : view.OwnerId == caller.ActorId;

    private SavedViewItem Item(SavedView view, int? count) =>
        new(view.Id, view.Name, view.Shared, view.OwnerId == caller.ActorId, MayChange(view), ViewFilters.Read(view.Filters), count);

    private IQueryable<SavedView> Visible() => db.Set<SavedView>().Where(v => v.Shared || v.OwnerId == caller.ActorId);

    private Task<List<SavedView>> AllAsync(CancellationToken ct) =>
        Visible().OrderByDescending(v => v.Shared).ThenBy(v => v.Position).ThenBy(v => v.Id).ToListAsync(ct);

    private Task<SavedView?> FindAsync(Guid id, CancellationToken ct) => Visible().SingleOrDefaultAsync(v => v.Id == id, ct);

    private async Task<int> CountAsync(SavedView view, CancellationToken ct)
    {
        var filter = ViewFilters.Read(view.Filters).ToFilter();
        var (rows, _) = await queries.OfAsync(filter with { Status = filter.Status ?? "open" }, ct);
        return rows is null ? 0 : await rows.Select(r => r.Conversation.Id).Take(MostCounted).CountAsync(ct);
    }

    private async Task<ProblemHttpResult?> ErrorAsync(SavedViewRequest request, CancellationToken ct)
    {
        if (request.Name.Trim() is not { Length: > 0 and <= SavedView.LongestName } name || name.Any(char.IsControl))
        {
            return Problems.Invalid("name", $"Give a name of 1 to {SavedView.LongestName} characters.");
        }

        if (!Choice.TryRead<ConversationOrder>(request.Filters.Sort, out _))
        {
            return Problems.Invalid("sort", $"Give one of {Choice.Words<ConversationOrder>()}.");
        }

        if (request.Shared && !MayShare)
        {
            return Forbidden();
        }

        if (request.Filters.Team is { } team && !await teams.ExistsAsync(team, ct))
        {
            return Problems.Invalid("team", "Choose a team of this organisation.");
        }

        if (request.Filters.Channel is { } channel && await channels.FindAsync(caller.TenantId, channel, ct) is null)
        {
            return Problems.Invalid("channel", "Choose a channel of this organisation.");
        }

        return request.Filters.Write().Length > 4_000
            ? Problems.Invalid("filters", "These filters are too long.")
            : (await queries.OfAsync(request.Filters.ToFilter(), ct)).Problem;
    }

    private async Task<SavedViewItem> AddAsync(SavedViewRequest request, List<SavedView> all, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var view = new SavedView
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            OwnerId = caller.ActorId,
            Name = request.Name.Trim(),
            Shared = request.Shared,
            Position = all.Count == 0 ? 0 : all.Max(v => v.Position) + 1,
            Filters = request.Filters.Write(),
            CreatedAt = now.UtcDateTime,
        };
        db.Add(view);
        await SaveAsync("view.created", view, ct);
        return Item(view, null);
    }

    private async Task<List<SavedView>> ArrangeAsync(List<SavedView> all, List<Guid> order, CancellationToken ct)
    {
        foreach (var view in all.Where(MayChange))
        {
            view.Position = order.IndexOf(view.Id) is >= 0 and var place ? place : order.Count;
        }

        await db.SaveChangesAsync(ct);
        return await AllAsync(ct);
    }

    private Task<int> RemoveAsync(SavedView view, CancellationToken ct)
    {
        db.Remove(view);
        return SaveAsync("view.deleted", view, ct);
    }

    private Task<int> SaveAsync(string action, SavedView view, CancellationToken ct)
    {
        audit.Record(action, "view", view.Id, view.Name);
        return db.SaveChangesAsync(ct);
    }
}
