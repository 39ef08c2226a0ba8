using Microsoft.AspNetCore.Antiforgery;

namespace SocialCrm.Host.Access.Sessions;

/// <summary>The token that a page of ours can read and send back, and a page of another site cannot.</summary>
internal sealed class AntiforgeryTokens(IAntiforgery antiforgery)
{
    public const string Cookie = "XSRF-TOKEN";
    public const string Header = "X-XSRF-TOKEN";

    public static void Configure(AntiforgeryOptions options)
    {
        options.HeaderName = Header;
        options.Cookie.Name = "socialcrm.antiforgery";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;
    }

    public void Give(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append(Cookie, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false, // The page reads it: that is its purpose.
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
        });
    }

    public Task<bool> AreValidAsync(HttpContext context) => antiforgery.IsRequestValidAsync(context);
}
