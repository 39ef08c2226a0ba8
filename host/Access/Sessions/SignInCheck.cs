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

        var outcome = await CheckAsync(user, password);
        return outcome == PasswordOutcome.Right
            ? new Outcome(await sessions.FirstOfAsync(user.Id, ct), LockedOut: false)
            : new Outcome(null, outcome == PasswordOutcome.LockedOut);
    }

    /// <summary>Checks the password of somebody known, and counts failures.</summary>
    public async Task<PasswordOutcome> CheckAsync(User user, string password)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return PasswordOutcome.LockedOut;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return await users.IsLockedOutAsync(user) ? PasswordOutcome.LockedOut : PasswordOutcome.Wrong;
        }

        await users.ResetAccessFailedCountAsync(user);
        return PasswordOutcome.Right;
    }

    /// <param name="Access">What they may do; null when they are not let in.</param>
    /// <param name="LockedOut">True when failures before have closed the door for a while.</param>
    public readonly record struct Outcome(SessionAccess? Access, bool LockedOut);
}
