using SocialCrm.Host.Access.Passwords;
using SocialCrm.Host.Platform.Backup;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Http.Swagger;

namespace SocialCrm.Host.Platform;

internal static class Serving
{
    /// <summary>Serves until the process is told to stop, or does the one thing that it was called for instead.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        if (!await app.WriteOpenApiAsync() && !await app.RecoverOwnerAsync() && !await app.RunBackupAsync())
        {
            await app.MigrateDatabaseAsync();
            await app.RunAsync();
        }
    }
}
