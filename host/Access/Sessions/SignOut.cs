using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialCrm.Host.Access.Sessions;

internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/session", (Delegate)HandleAsync).RequireAuthorization();

    /// <summary>Signs out</summary>
    /// <remarks>Removes the session's cookies from this browser.</remarks>
    private static async Task<NoContent> HandleAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionCookie.Scheme);
        context.Response.Cookies.Delete(AntiforgeryTokens.Cookie);
        return TypedResults.NoContent();
    }
}
