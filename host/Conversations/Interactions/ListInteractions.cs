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

internal sealed class ListInteractions(CrmDbContext db, ICrmDatabase database, CustomerDirectory customers, MessagesByTopic byTopic, InteractionViews views)
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

        return await list.RunAsync(filter, new Cut(limit, after), direction, ct);
    }

    private async Task<Results<Ok<Page<InteractionView>>, ProblemHttpResult>> RunAsync(InteractionFilter filter, Cut cut, MessageDirection? direction, CancellationToken ct)
    {
        var identities = filter.Customer is { } customer ? await customers.IdentitiesAsync(customer, ct) : null;
        IQueryable<Interaction>? Narrowed(IQueryable<Interaction> source) => Labelled(Narrow(source.AsNoTracking(), filter, direction, identities), filter.Label ?? []);
        if (Narrowed(await SourceAsync(filter, ct)) is not { } messages)
        {
            var wrong = filter.Label!.First(label => LabelFilter.Apply(db.Set<Interaction>(), label) is null);
            return Problems.Invalid("label", $"There is no label “{wrong}”. Give a facet and its value, such as type:complaint.");
        }

        var rows = Topic(filter) is { } topic
            ? await byTopic.ReadAsync(topic, filter, source => Narrowed(source)!, cut, ct)
            : await cut.Newest(messages).ToListAsync(ct);
        var part = rows.ToPage(cut.Limit, m => new Cursor(m.OccurredAt, m.Id));
        return TypedResults.Ok(new Page<InteractionView>(await views.OfAsync(part.Items, ct), part.Next));
    }

    /// <summary>A topic by whose counters the messages are found; null where they are found otherwise, or are not counted.</summary>
    private static string? Topic(InteractionFilter filter) => filter is { Deleted: false, Conversation: null, Customer: null } && SearchWords.Read(filter.Q) is null
        ? filter.Label?.Select(LabelFilter.Topic).FirstOrDefault(topic => topic is not null)
        : null;

    private async Task<IQueryable<Interaction>> SourceAsync(InteractionFilter filter, CancellationToken ct)
    {
        if (SearchWords.Read(filter.Q) is not { } words)
        {
            return db.Set<Interaction>();
        }

        var term = database.Dialect.SearchTerm(words, db.TenantId);
        return db.Set<Interaction>().FromSqlRaw((await database.SearchAsync("interactions", term, ct)).Sql, term);
    }

    private static IQueryable<Interaction> Narrow(IQueryable<Interaction> messages, InteractionFilter filter, MessageDirection? direction, IReadOnlyCollection<Guid>? identities)
    {
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
        return identities is null ? messages : messages.Where(m => identities.Contains(m.IdentityId));
    }

    /// <summary>Null when one of the labels is none.</summary>
    private static IQueryable<Interaction>? Labelled(IQueryable<Interaction> messages, IEnumerable<string> labels) =>
        labels.Aggregate((IQueryable<Interaction>?)messages, (some, label) => some is null ? null : LabelFilter.Apply(some, label));

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
}
