using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;

namespace SocialCrm.Benchmarks.Fanout;

/// <param name="Heard">For each client and each message of its tenant that it heard of: when that was planned and when it heard.</param>
/// <param name="Missed">How many were never heard of.</param>
/// <param name="Foreign">How often a client was told of a conversation that is not its tenant's.</param>
/// <param name="Unnamed">How many hints named no conversation.</param>
internal sealed record FanoutTally(IReadOnlyList<(long Planned, long HeardAt)> Heard, int Missed, int Foreign, int Unnamed)
{
    public static FanoutTally Of(List<FanoutClient> clients, IReadOnlyList<StoredConversation> stored, IReadOnlyList<SentMessage> sent, int tenants)
    {
        var live = stored.Where(c => c.MessageId.StartsWith("live-", StringComparison.Ordinal))
            .Select(c => (c.Id, c.TenantId, Number: int.Parse(c.MessageId["live-".Length..]))).ToList();
        var tenantOf = live.GroupBy(m => m.Number % tenants).ToDictionary(g => g.Key, g => g.First().TenantId);
        var owners = stored.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.TenantId);
        var byTenant = live.ToLookup(m => m.Number % tenants);
        var (heard, missed) = (new List<(long, long)>(), clients.Sum(c => (sent.Count - c.Tenant + tenants - 1) / tenants));
        foreach (var (client, message) in clients.SelectMany(c => byTenant[c.Tenant].Select(m => (c, m))))
        {
            var planned = sent[message.Number].Planned;
            if (client.HeardOf(message.Id, planned) is { } at)
            {
                heard.Add((planned, at));
            }
        }

        // Whose a conversation is that is stored nowhere is not known: it is none of the client's.
        var foreign = clients.Sum(c => c.Heard.Keys.Count(id => owners.GetValueOrDefault(id) != tenantOf.GetValueOrDefault(c.Tenant)));
        return new FanoutTally(heard, missed - heard.Count, foreign, clients.Sum(c => c.Unnamed));
    }
}
