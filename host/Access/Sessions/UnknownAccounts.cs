using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>
/// Answers for addresses that nobody signs in with just as for others, lockout and time taken included, so that an answer
/// never tells whether an account exists.
/// </summary>
internal sealed class UnknownAccounts : IDisposable
{
    private readonly PasswordHasher<User> _hasher;
    private readonly LockoutOptions _lockout;
    private readonly TimeProvider _time;
    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly User _nobody = new() { Name = "" };
    private readonly string _nobodysHash;

    public UnknownAccounts(IOptions<PasswordHasherOptions> hashing, IOptions<IdentityOptions> identity, TimeProvider time)
    {
        _hasher = new PasswordHasher<User>(hashing);
        (_lockout, _time) = (identity.Value.Lockout, time);
        _nobodysHash = _hasher.HashPassword(_nobody, Guid.NewGuid().ToString());
    }

    /// <summary>Counts a failed attempt and spends the time that a real check takes. True while locked out.</summary>
    public bool Fail(string normalizedEmail, string password)
    {
        var now = _time.GetUtcNow();
        var failure = _failures.Get<Failure>(normalizedEmail);
        if (failure?.LockedUntil > now)
        {
            return true;
        }

        _hasher.VerifyHashedPassword(_nobody, _nobodysHash, password);
        var attempts = failure?.LockedUntil is null ? (failure?.Attempts ?? 0) + 1 : 1;
        var locked = attempts >= _lockout.MaxFailedAccessAttempts;
        _failures.Set(
            normalizedEmail,
            new Failure(attempts, locked ? now + _lockout.DefaultLockoutTimeSpan : null),
            new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = _lockout.DefaultLockoutTimeSpan });
        return locked;
    }

    public void Dispose() => _failures.Dispose();

    private sealed record Failure(int Attempts, DateTimeOffset? LockedUntil);
}
