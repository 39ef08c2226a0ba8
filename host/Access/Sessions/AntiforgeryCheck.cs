using Microsoft.AspNetCore.Authorization;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>Asks every unsafe call made with the cookie for its token, so that no endpoint can forget to.</summary>
internal sealed class AntiforgeryCheck(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, AntiforgeryTokens tokens)
    {
        if (!IsAsked(context) || await tokens.AreValidAsync(context))
        {
            await next(context);
            return;
        }

        await Problems.Of(
            StatusCodes.Status400BadRequest,
            "antiforgery",
            "The call does not prove that it comes from our own pages.",
            $"Send the value of the cookie {AntiforgeryTokens.Cookie} as header {AntiforgeryTokens.Header}; GET /api/v1/session gives a new one.")
            .ExecuteAsync(context);
    }

    // An endpoint open to anybody gains nothing from the cookie; an API key is not sent by a browser on its own.
    private static bool IsAsked(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !IsSafe(context.Request.Method)
        && context.User.Identities.Any(i => i.IsAuthenticated && i.AuthenticationType == SessionCookie.Scheme)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
