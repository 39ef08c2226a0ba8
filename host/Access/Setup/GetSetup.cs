using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Mail;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access.Setup;

/// <param name="Required">True while nobody can sign in yet.</param>
/// <param name="CanMail">True when a forgotten password can be reset by e-mail.</param>
public sealed record SetupState(bool Required, bool CanMail = false);

internal static class GetSetup
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/setup", HandleAsync).AllowAnonymous();

    /// <summary>Says whether the server still has to be set up</summary>
    /// <remarks>Required until the first organisation and its owner exist.</remarks>
    private static async Task<Ok<SetupState>> HandleAsync(CrmDbContext db, MailBox box, CancellationToken ct) =>
        TypedResults.Ok(new SetupState(!await db.Users.AnyAsync(ct), box.IsSet));
}
