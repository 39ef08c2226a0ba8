using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Access;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>What a filter asks for, as a query: the list, its counts, saved views and bulk actions all mean the same by it.</summary>
internal sealed class ConversationQueries(CrmDbContext db, ICrmDatabase database, Caller caller, CustomerDirectory customers)
{
    /// <summary>The rows, or what is wrong with the filter.</summary>
    public async Task<(IQueryable<ConversationRow>? Rows, ProblemHttpResult? Problem)> OfAsync(ConversationFilter filter, CancellationToken ct)
    {
        if (!Choice.TryRead<ConversationStatus>(filter.Status, out var status))
        {
            return (null, Problems.Invalid("status", $"Give one of {Choice.Words<ConversationStatus>()}."));
        }

        if (!Choice.TryRead<ConversationPriority>(filter.Priority, out var priority))
        {
            return (null, Problems.Invalid("priority", $"Give one of {Choice.Words<ConversationPriority>()}."));
        }

        if (OfAssignee(Plain(filter, status, priority), filter.Assignee) is not { } rows)
        {
            return (null, Problems.Invalid("assignee", "Give the id of a user, none, or (signed in as a person) me."));
        }

        foreach (var label in filter.Label ?? [])
        {
            if (LabelFilter.Apply(db.Set<Interaction>(), label) is not { } labelled)
            {
                return (null, Problems.Invalid("label", $"There is no label “{label}”. Give a facet and its value, such as type:complaint."));
            }

            rows = rows.Where(r => labelled.Any(m => m.Id == r.Activity.LastInboundId));
        }

        return (await OfCustomerAsync(await SearchedAsync(rows, filter.Q, ct), filter.Customer, ct), null);
    }

    /// <summary>Those in which the customer spoke last and somebody should answer.</summary>
    public static IQueryable<ConversationRow> Unanswered(IQueryable<ConversationRow> rows) => rows.Where(r =>
        r.Activity.LastInboundAt != null && (r.Activity.LastOutboundAt == null || r.Activity.LastInboundAt > r.Activity.LastOutboundAt)
        && r.Conversation.Status != ConversationStatus.Resolved && r.Conversation.Status != ConversationStatus.Spam);

    private IQueryable<ConversationRow> Plain(ConversationFilter filter, ConversationStatus? status, ConversationPriority? priority)
    {
        var rows = ConversationRow.In(db).AsNoTracking();
        rows = status is { } known
            ? rows.Where(r => r.Activity.Status == known)
            : rows.Where(r => r.Activity.Status != ConversationStatus.Spam);
        if (filter.Team is { } team)
        {
            rows = rows.Where(r => r.Conversation.TeamId == team);
        }

        if (filter.Channel is { } channel)
        {
            rows = rows.Where(r => r.Conversation.ChannelId == channel);
        }

        if (priority is { } urgency)
        {
            rows = rows.Where(r => r.Conversation.Priority == urgency);
        }

        if (filter.Tag is { } tag)
        {
            rows = rows.Where(r => r.Conversation.Tags.Contains(tag));
        }

        return filter.Unanswered switch
        {
            true => Unanswered(rows),
            false => rows.Where(r => r.Conversation.Status == ConversationStatus.Resolved || r.Activity.LastInboundAt == null
                || r.Activity.LastInboundAt <= r.Activity.LastOutboundAt),
            null => rows,
        };
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

    /// <summary>What few have is looked up first: there the order of a list would make the database go through all conversations to find them.</summary>
    private async Task<IQueryable<ConversationRow>> SearchedAsync(IQueryable<ConversationRow> rows, string? q, CancellationToken ct)
    {
        if (SearchWords.Read(q) is not { } words)
        {
            return rows;
        }

        var term = database.Dialect.SearchTerm(words, db.TenantId);
        var said = db.Database.SqlQueryRaw<Guid>(database.Dialect.SearchFor("interactions", "conversation_id"), term, db.TenantId);
        var who = customers.Search(words).Select(i => i.Id);
        if ((await database.SearchAsync("interactions", term, ct)).Common || (await database.SearchAsync("identities", term, ct)).Common)
        {
            return rows.Where(r => said.Contains(r.Conversation.Id) || who.Contains(r.Conversation.IdentityId));
        }

        var ids = await said.Distinct().ToListAsync(ct);
        ids.AddRange(await db.Set<Conversation>().Where(c => who.Contains(c.IdentityId)).Select(c => c.Id).ToListAsync(ct));
        return rows.Where(r => EF.Parameter(ids).Contains(r.Activity.ConversationId));
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
}
