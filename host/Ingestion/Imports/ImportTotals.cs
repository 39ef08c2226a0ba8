using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>What became of an import's messages so far.</summary>
internal readonly record struct ImportTotals(long Accepted, long Duplicates, long Failed)
{
    public static async Task<Dictionary<Guid, ImportTotals>> OfAsync(CrmDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var sums = await db.Set<ImportCount>().AsNoTracking().Where(c => ids.Contains(c.ImportId)).GroupBy(c => c.ImportId)
            .Select(g => new { g.Key, Accepted = g.Sum(c => (long)c.Accepted), Duplicates = g.Sum(c => (long)c.Duplicates), Failed = g.Sum(c => (long)c.Failed) })
            .ToListAsync(ct);
        return sums.ToDictionary(s => s.Key, s => new ImportTotals(s.Accepted, s.Duplicates, s.Failed));
    }
}
