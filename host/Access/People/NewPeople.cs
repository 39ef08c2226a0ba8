using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.People;

/// <summary>Checks and adds people who can sign in. The caller saves, together with what makes them a member.</summary>
internal sealed class NewPeople(CrmDbContext db, UserManager<User> users, TimeProvider time)
{
    public const int NameLength = 100;
    private const int EmailLength = 254; // RFC 5321, section 4.5.3.1.3
    private const int PasswordLength = 256;

    /// <summary>What is wrong with a name, an address and a password, by field; empty when nothing is.</summary>
    public async Task<Dictionary<string, string[]>> ErrorsAsync(string name, string email, string password)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(name) || name.Length > NameLength)
        {
            errors["name"] = [$"Give a name of at most {NameLength} characters."];
        }

        if (await EmailErrorAsync(email) is { } wrong)
        {
            errors["email"] = [wrong];
        }

        if (await PasswordErrorsAsync(name, email, password) is { Length: > 0 } weak)
        {
            errors["password"] = weak;
        }

        return errors;
    }

    public User Add(string name, string email, string password, bool platformAdmin = false)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Name = name.Trim(),
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            PlatformAdmin = platformAdmin,
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        db.Add(user);
        return user;
    }

    /// <summary>Whoever signs in with an address on this server, in whichever organisation.</summary>
    public Task<User?> FindAsync(string email) => users.FindByEmailAsync(email);

    /// <summary>What is wrong with an address as such, or null.</summary>
    public static string? AddressError(string email) =>
        email.Length > EmailLength || !MailAddress.TryCreate(email, out var address) || address.Address != email
            ? "Give an e-mail address such as name@example.com."
            : null;

    private async Task<string?> EmailErrorAsync(string email) => AddressError(email)
        ?? (await users.FindByEmailAsync(email) is null ? null : "Somebody signs in with this address already.");

    /// <summary>What is wrong with a password for this person, in sentences; empty when nothing is.</summary>
    public async Task<string[]> PasswordErrorsAsync(string name, string email, string password)
    {
        if (password.Length > PasswordLength)
        {
            return [$"Give a password of at most {PasswordLength} characters."];
        }

        var candidate = new User { Name = name, UserName = email, Email = email };
        var errors = new List<string>();
        foreach (var validator in users.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, candidate, password)).Errors.Select(e => e.Description));
        }

        return [.. errors];
    }
}
