using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>Makes and finds the links with which people set a new password.</summary>
internal sealed class PasswordResets(CrmDbContext db, TimeProvider time)
{
    /// <summary>A new link's secret; links from before stop working. The caller saves.</summary>
    public async Task<(PasswordReset Reset, string Secret)> AddAsync(Guid userId, CancellationToken ct)
    {
        var (now, secret) = (time.GetUtcNow(), OneTimeSecret.New());
        foreach (var before in await db.Set<PasswordReset>().Where(r => r.UserId == userId && r.ClosedAt == null).ToListAsync(ct))
        {
            before.ClosedAt = now.UtcDateTime;
        }

        var reset = new PasswordReset
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            Hash = OneTimeSecret.Hash(secret),
            CreatedAt = now.UtcDateTime,
            ExpiresAt = now.UtcDateTime + PasswordReset.ValidFor,
        };
        db.Add(reset);
        return (reset, secret);
    }

    /// <summary>The link and whose it is, while it works.</summary>
    public async Task<(PasswordReset Reset, User User)?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = OneTimeSecret.Hash(secret);
        var reset = await db.Set<PasswordReset>().SingleOrDefaultAsync(r => r.Hash == hash, ct);
        return reset?.IsOpen(time.GetUtcNow().UtcDateTime) == true
            ? (reset, await db.Users.SingleAsync(u => u.Id == reset.UserId, ct))
            : null;
    }
}
