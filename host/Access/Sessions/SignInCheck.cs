using Microsoft.AspNetCore.Identity;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>Checks an address and a password.</summary>
internal sealed class SignInCheck(UserManager<User> users, UnknownAccounts unknown, SessionDirectory sessions)
{
    public static readonly TimeSpan LockedOutFor = TimeSpan.FromMinutes(5);

    public async Task<Outcome> CheckAsync(string email, string password, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            return new Outcome(null, LockedOut: unknown.Fail(users.NormalizeEmail(email), password));
        }

        if (await users.IsLockedOutAsync(user))
        {
            return new Outcome(null, LockedOut: true);
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return new Outcome(null, await users.IsLockedOutAsync(user));
        }

        await users.ResetAccessFailedCountAsync(user);
        return new Outcome(await sessions.FirstOfAsync(user.Id, ct), LockedOut: false);
    }

    /// <param name="Access">What they may do; null when they are not let in.</param>
    /// <param name="LockedOut">True when failures before have closed the door for a while.</param>
    public readonly record struct Outcome(SessionAccess? Access, bool LockedOut);
}
