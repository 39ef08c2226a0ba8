using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Conversations;

/// <summary>
/// Finds the newest conversations in which a common word was said: by going through them from the newest on, a part at a time, and
/// asking which of those have it. For a rare word that would go through all of them; there the index of words is asked first.
/// </summary>
internal sealed class CommonWords(CrmDbContext db, ICrmDatabase database, CustomerDirectory customers)
{
    private const int Part = 200;

    /// <summary>What is searched for, where many messages have it; else null.</summary>
    public async Task<SearchWords?> ReadAsync(string? q, CancellationToken ct) =>
        SearchWords.Read(q) is { } words && (await database.SearchAsync("interactions", database.Dialect.SearchTerm(words, db.TenantId), ct)).Common ? words : null;

    /// <param name="words">What was said, or what their customer is called.</param>
    /// <param name="read">Reads the newest after a place, at most as many as asked for, whatever was said in them.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="after">Where the part before ended.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<List<ConversationRow>> NewestAsync(
        SearchWords words, Func<int, Cursor?, Task<List<ConversationRow>>> read, int most, Cursor? after, CancellationToken ct)
    {
        var found = new List<ConversationRow>();
        for (var place = after; found.Count < most;)
        {
            var part = await read(Part, place);
            found.AddRange(await WithAsync(words, part, ct));
            if (part.Count < Part)
            {
                break;
            }

            place = ConversationOrders.Place(part[^1], ConversationOrder.Newest);
        }

        return [.. found.Take(most)];
    }

    private async Task<IEnumerable<ConversationRow>> WithAsync(SearchWords words, List<ConversationRow> part, CancellationToken ct)
    {
        var (conversations, identities) = (part.ConvertAll(r => r.Conversation.Id), part.ConvertAll(r => r.Conversation.IdentityId));
        var said = await db.Set<Interaction>().FromSqlRaw(database.Dialect.Search("interactions"), database.Dialect.SearchTerm(words, db.TenantId))
            .Where(m => conversations.Contains(m.ConversationId)).Select(m => m.ConversationId).Distinct().ToListAsync(ct);
        var called = await customers.Search(words).Where(i => identities.Contains(i.Id)).Select(i => i.Id).ToListAsync(ct);
        return part.Where(r => said.Contains(r.Conversation.Id) || called.Contains(r.Conversation.IdentityId));
    }
}
