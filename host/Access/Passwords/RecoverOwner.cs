using Microsoft.AspNetCore.Identity;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Passwords;

/// <summary>For whoever holds the machine, when nobody can sign in any more.</summary>
internal static class RecoverOwner
{
    private const string Argument = "recover-owner";

    /// <summary>True, and done, when the server was called with <c>--recover-owner EMAIL</c>: prints a link for a new password.</summary>
    public static async Task<bool> RecoverOwnerAsync(this WebApplication app)
    {
        if (app.Configuration[Argument] is not { Length: > 0 } email)
        {
            return false;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<UserManager<User>>().FindByEmailAsync(email) is not { } user)
        {
            await Console.Error.WriteLineAsync($"Nobody signs in with {email} on this server.");
            Environment.ExitCode = 1;
            return true;
        }

        var (reset, secret) = await services.GetRequiredService<PasswordResets>().AddAsync(user.Id, CancellationToken.None);
        await services.GetRequiredService<CrmDbContext>().SaveChangesAsync();
        var address = services.GetRequiredService<PublicAddress>().Configured ?? app.Configuration["urls"] ?? "http://localhost:5080";
        Console.WriteLine($"{user.Name} can set a new password here, once, until {reset.ExpiresAt:u}:");
        Console.WriteLine(OneTimeSecret.Link(address.TrimEnd('/'), "new-password", secret));
        return true;
    }
}
