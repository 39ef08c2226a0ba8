using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Customers;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Makes what systems are told of customers, from the customers as they are now.</summary>
internal sealed class ContactEntries(CrmDbContext db, CustomerDirectory directory, CustomerViews views, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, JsonElement> NoFields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Null for a customer who is no longer there.</summary>
    public async Task<ContactEntry?> OfAsync(RecordSystem system, Guid customerId, string key, CancellationToken ct)
    {
        if (await views.FindAsync(customerId, ct) is not { } customer)
        {
            return null;
        }

        var standing = await directory.StandingAsync(customerId, ct);
        var entry = new ContactEntry
        {
            IdempotencyKey = key,
            ContactId = customerId.ToString(),
            RecordId = await RecordOfAsync(system.Id, customer, ct),
            MergedInto = standing == customerId ? null : standing.ToString(),
            At = time.GetUtcNow().UtcDateTime,
            Fields = NoFields,
        };

        // Whoever was merged into another has nothing of their own until that is undone.
        return standing != customerId ? entry : entry with
        {
            Accounts = [.. customer.Identities.Select(i => new ContactAccount($"{i.ChannelId}", i.Network, i.ExternalId, i.Handle, i.Name, i.ProfileUrl))],
            Fields = Values(customer).Mapped(FieldMapping.Read(system.Mapping).Contact),
        };
    }

    /// <summary>The customer's record in a system: their own, else that of one who was merged into them.</summary>
    public async Task<string?> RecordOfAsync(Guid systemId, CustomerView customer, CancellationToken ct)
    {
        var records = customer.Records.Where(r => r.System.Id == systemId).Select(r => r.RecordId).ToList();
        var own = await db.Set<RecordLink>().Where(l => l.SystemId == systemId && l.CustomerId == customer.Id)
            .OrderByDescending(l => l.AsOf).Select(l => l.RecordId).FirstOrDefaultAsync(ct);
        return own ?? records.FirstOrDefault();
    }

    private static FieldValues Values(CustomerView customer)
    {
        var newest = customer.Identities.Count > 0 ? customer.Identities[^1] : null;
        var relationship = customer.Relationship;
        return new FieldValues()
            .With("name", customer.Name)
            .With("handle", newest?.Handle)
            .With("network", newest?.Network)
            .With("profileUrl", newest?.ProfileUrl)
            .With("followers", newest?.Followers is { } followers ? JsonValue.Create(followers) : null)
            .With("handles", customer.Identities.Select(i => i.Handle).OfType<string>())
            .With("createdAt", customer.CreatedAt)
            .With("firstContactAt", relationship.FirstContactAt)
            .With("lastContactAt", relationship.LastContactAt)
            .With("messagesIn", relationship.Inbound)
            .With("messagesOut", relationship.Outbound)
            .With("sentiment", relationship.Sentiment.Recent is { } recent ? JsonValue.Create(recent) : null)
            .With("sentimentTrend", Word(relationship.Sentiment.Trend))
            .With("openQuestions", relationship.OpenQuestions.Count)
            .With("owes", Word(relationship.Owes));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
