using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>Which messages are asked for; what is left out does not matter.</summary>
/// <param name="Channel">Those of this channel.</param>
/// <param name="Customer">Those with this customer.</param>
/// <param name="Conversation">Those of this conversation.</param>
/// <param name="Direction">Those of the customers (inbound) or ours (outbound).</param>
/// <param name="From">Those written at this time or after.</param>
/// <param name="To">Those written before this time.</param>
/// <param name="Deleted">True for those that were taken down, false for all others.</param>
/// <param name="Label">Those with this label: a facet and its value, as type:complaint, language:de or topic:billing. Several must all hold.</param>
/// <param name="Q">Those with all these words; "words in quotes" follow one another, -words must not be there, the last may be the beginning of one.</param>
public readonly record struct InteractionFilter(
    [FromQuery] Guid? Channel, [FromQuery] Guid? Customer, [FromQuery] Guid? Conversation, [FromQuery] string? Direction,
    [FromQuery] DateTimeOffset? From, [FromQuery] DateTimeOffset? To, [FromQuery] bool? Deleted, [FromQuery] string[]? Label,
    [FromQuery] string? Q);

internal sealed class ListInteractions(CrmDbContext db, ICrmDatabase database, CustomerDirectory customers, InteractionViews views)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/interactions", HandleAsync).RequireAuthorization(Permissions.ReadWorkspace).WithName("listInteractions");

    /// <summary>Lists messages</summary>
    /// <remarks>Newest first, with their labels and what led to them.</remarks>
    private static async Task<Results<Ok<Page<InteractionView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] InteractionFilter filter, [AsParameters] PageQuery page, ListInteractions list, CancellationToken ct)
    {
        if (!page.TryRead(out var limit, out var after, out var problem))
        {
            return problem;
        }

        if (!Choice.TryRead<MessageDirection>(filter.Direction, out var direction))
        {
            return Problems.Invalid("direction", $"Give one of {Choice.Words<MessageDirection>()}.");
        }

        var messages = await list.FilteredAsync(filter, direction, ct);
        foreach (var label in filter.Label ?? [])
        {
            if (LabelFilter.Apply(messages, label) is not { } labelled)
            {
                return Problems.Invalid("label", $"There is no label “{label}”. Give a facet and its value, such as type:complaint.");
            }

            messages = labelled;
        }

        return TypedResults.Ok(await list.ReadAsync(messages, limit, after, ct));
    }

    private async Task<IQueryable<Interaction>> FilteredAsync(InteractionFilter filter, MessageDirection? direction, CancellationToken ct)
    {
        var messages = (SearchWords.Read(filter.Q) is { } words
            ? db.Set<Interaction>().FromSqlRaw(database.Dialect.Search("interactions"), database.Dialect.SearchTerm(words, db.TenantId))
            : db.Set<Interaction>()).AsNoTracking();
        if (filter.Channel is { } channel)
        {
            messages = messages.Where(m => m.ChannelId == channel);
        }

        if (filter.Conversation is { } conversation)
        {
            messages = messages.Where(m => m.ConversationId == conversation);
        }

        if (direction is { } side)
        {
            messages = messages.Where(m => m.Direction == side);
        }

        messages = During(messages, filter);
        if (filter.Customer is { } customer)
        {
            var identities = await customers.IdentitiesAsync(customer, ct);
            messages = messages.Where(m => identities.Contains(m.IdentityId));
        }

        return messages;
    }

    private static IQueryable<Interaction> During(IQueryable<Interaction> messages, InteractionFilter filter)
    {
        if (filter.From?.UtcDateTime is { } from)
        {
            messages = messages.Where(m => m.OccurredAt >= from);
        }

        if (filter.To?.UtcDateTime is { } to)
        {
            messages = messages.Where(m => m.OccurredAt < to);
        }

        return filter.Deleted is { } deleted ? messages.Where(m => m.DeletedAt != null == deleted) : messages;
    }

    private async Task<Page<InteractionView>> ReadAsync(IQueryable<Interaction> messages, int limit, Cursor? after, CancellationToken ct)
    {
        if (after is { } place)
        {
            messages = messages.Where(m => m.OccurredAt < place.Time || (m.OccurredAt == place.Time && m.Id.CompareTo(place.Id) < 0));
        }

        var rows = await messages.OrderByDescending(m => m.OccurredAt).ThenByDescending(m => m.Id).Take(limit + 1).ToListAsync(ct);
        var part = rows.ToPage(limit, m => new Cursor(m.OccurredAt, m.Id));
        return new Page<InteractionView>(await views.OfAsync(part.Items, ct), part.Next);
    }
}
