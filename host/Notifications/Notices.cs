using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;

namespace SocialCrm.Host.Notifications;

/// <summary>For commands that save through EF Core: saves and tells in one transaction, then tells open workspaces.</summary>
public sealed class Notices(CrmDbContext db, ICrmDatabase database, WorkspaceFeed feed, TimeProvider time)
{
    /// <summary>Saves the context's changes together with the notices, in a transaction of its own.</summary>
    public async Task SaveAsync(IReadOnlyCollection<Notice> notices, CancellationToken ct)
    {
        if (notices.Count == 0)
        {
            await db.SaveChangesAsync(ct);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var people = await WriteAsync(notices, ct);
        await transaction.CommitAsync(ct);
        await TellAsync(people);
    }

    /// <summary>Writes the notices within the context's transaction, and gives those who are to be told once it is committed.</summary>
    public async Task<IReadOnlyList<Guid>> WriteAsync(IReadOnlyCollection<Notice> notices, CancellationToken ct)
    {
        var session = new SqlSession(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), database.Dialect);
        var people = await NoticeWriter.WriteAsync(session, db.TenantId, notices, time, ct);
        await session.FlushAsync(ct);
        return people;
    }

    /// <summary>Lets open workspaces of these people know.</summary>
    public Task TellAsync(IReadOnlyCollection<Guid> people) => feed.TellAsync(db.TenantId, people);
}
