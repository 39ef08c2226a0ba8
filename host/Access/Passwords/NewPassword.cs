using Microsoft.AspNetCore.Identity;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>Gives a person another password. The caller saves.</summary>
internal sealed class NewPassword(UserManager<User> users)
{
    /// <summary>Also ends the sessions of before and opens a door that failures had closed.</summary>
    public void Set(User user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
    }
}
