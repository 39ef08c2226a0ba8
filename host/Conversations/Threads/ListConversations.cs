using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>Which conversations are asked for; what is left out does not matter.</summary>
/// <param name="Status">Those that are open, waiting or resolved: one of the three words.</param>
/// <param name="Team">Those in this team's queue.</param>
/// <param name="Assignee">Those of this person: a user's id, me, or none for those of nobody.</param>
/// <param name="Channel">Those on this channel.</param>
/// <param name="Customer">Those with this customer.</param>
public readonly record struct ConversationFilter(
    [FromQuery] string? Status, [FromQuery] Guid? Team, [FromQuery] string? Assignee, [FromQuery] Guid? Channel, [FromQuery] Guid? Customer);

internal sealed class ListConversations(CrmDbContext db, Caller caller, CustomerDirectory customers, ConversationViews views)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/conversations", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listConversations");

    /// <summary>Lists the conversations</summary>
    /// <remarks>The one with the newest message first.</remarks>
    private static async Task<Results<Ok<Page<ConversationItem>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConversationFilter filter, [AsParameters] PageQuery page, ListConversations list, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (!Choice.TryRead<ConversationStatus>(filter.Status, out var status))
        {
            return Problems.Invalid("status", $"Give one of {Choice.Words<ConversationStatus>()}.");
        }

        return list.OfAssignee(list.Rows(filter, status), filter.Assignee) is { } rows
            ? TypedResults.Ok(await list.ReadAsync(await list.OfCustomerAsync(rows, filter.Customer, ct), limit, after, ct))
            : Problems.Invalid("assignee", "Give the id of a user, none, or (signed in as a person) me.");
    }

    private IQueryable<ConversationRow> Rows(ConversationFilter filter, ConversationStatus? status)
    {
        var rows = ConversationRow.In(db).AsNoTracking();
        if (status is { } known)
        {
            rows = rows.Where(r => r.Conversation.Status == known);
        }

        if (filter.Team is { } team)
        {
            rows = rows.Where(r => r.Conversation.TeamId == team);
        }

        return filter.Channel is { } channel ? rows.Where(r => r.Conversation.ChannelId == channel) : rows;
    }

    /// <summary>Null when the assignee cannot be read.</summary>
    private IQueryable<ConversationRow>? OfAssignee(IQueryable<ConversationRow> rows, string? assignee)
    {
        switch (assignee)
        {
            case null:
                return rows;
            case "none":
                return rows.Where(r => r.Conversation.AssigneeId == null);
        }

        Guid? user = assignee == "me" ? caller.UserId : Guid.TryParse(assignee, out var id) ? id : null;
        return user is { } known ? rows.Where(r => r.Conversation.AssigneeId == known) : null;
    }

    private async Task<IQueryable<ConversationRow>> OfCustomerAsync(IQueryable<ConversationRow> rows, Guid? customer, CancellationToken ct)
    {
        if (customer is not { } id)
        {
            return rows;
        }

        var identities = await customers.IdentitiesAsync(id, ct);
        return rows.Where(r => identities.Contains(r.Conversation.IdentityId));
    }

    private async Task<Page<ConversationItem>> ReadAsync(IQueryable<ConversationRow> rows, int limit, Cursor? after, CancellationToken ct)
    {
        if (after is { } place)
        {
            rows = rows.Where(r => r.Activity.LastActivityAt < place.Time
                || (r.Activity.LastActivityAt == place.Time && r.Conversation.Id.CompareTo(place.Id) < 0));
        }

        var found = await rows.OrderByDescending(r => r.Activity.LastActivityAt).ThenByDescending(r => r.Conversation.Id)
            .Take(limit + 1).ToListAsync(ct);
        var part = found.ToPage(limit, r => new Cursor(r.Activity.LastActivityAt, r.Conversation.Id));
        return new Page<ConversationItem>(await views.OfAsync(part.Items, ct), part.Next);
    }
}
