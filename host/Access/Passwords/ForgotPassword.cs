using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Passwords;

/// <param name="Email">The address that the person signs in with.</param>
public sealed record ForgottenPassword(string Email);

internal static class ForgotPassword
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/password-resets", HandleAsync).AllowAnonymous()
        .WithName("forgotPassword").ProducesProblem(400).ProducesProblem(409).ProducesProblem(429);

    /// <summary>Mails a link for a new password</summary>
    /// <remarks>
    /// The answer is the same whether or not somebody signs in with the address, and so is the time it takes: the e-mail is
    /// written after. At most three an hour for an address.
    /// </remarks>
    /// <response code="202">If somebody signs in with this address, an e-mail is on its way.</response>
    /// <response code="409">This server has no mail server: an admin makes the link.</response>
    private static Results<Accepted, ProblemHttpResult> HandleAsync(
        ForgottenPassword request, AccessMails mails, ForgottenLimits limits, ForgottenQueue queue, HttpContext context)
    {
        if (!mails.IsSet)
        {
            return Problems.Conflict("mail-not-set", "This server sends no e-mail. Ask an admin of your organisation for a link.");
        }

        var email = request.Email.Trim();
        if (NewPeople.AddressError(email) is { } wrong)
        {
            return Problems.Invalid("email", wrong);
        }

        if (!limits.MayAsk(email, context.Connection.RemoteIpAddress) || !queue.Add(email))
        {
            context.Response.Headers.RetryAfter = "3600";
            return Problems.Of(429, "too-many-requests", "Too many requests.", "Look into your mailbox, its spam folder too, or try again in an hour.");
        }

        return TypedResults.Accepted((string?)null);
    }
}
