using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.Invitations;
using SocialCrm.Host.Access.KeyRing;
using SocialCrm.Host.Access.Organisation;
using SocialCrm.Host.Access.Passwords;
using SocialCrm.Host.Access.People;
using SocialCrm.Host.Access.Sessions;
using SocialCrm.Host.Access.Setup;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Access;

internal static class AccessFeature
{
    private const string CookieOrKey = "CookieOrKey";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        AddIdentity(services);
        AddAuthentication(services);
        AddAuthorization(services);
        AddKeyRing(services);
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddScoped<Caller>().AddScoped<Members>().AddScoped<Tenants>();
        services.AddScoped<NewPeople>().AddScoped<MemberNews>().AddScoped<NewTenants>().AddScoped<FirstTenant>();
        services.AddScoped<SessionDirectory>().AddScoped<SessionStart>().AddScoped<SignInCheck>();
        services.AddScoped<Invite>().AddScoped<OpenInvitations>().AddScoped<AcceptInvitation>();
        services.AddScoped<PasswordResets>().AddScoped<NewPassword>().AddScoped<MemberReset>().AddScoped<UsePasswordReset>().AddScoped<ChangePassword>();
        services.AddScoped<AccessMails>().AddSingleton<ForgottenLimits>().AddSingleton<ForgottenQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenQueue>());
        services.AddSingleton<UnknownAccounts>();
        services.AddHostedService<Welcome>();
    }

    /// <summary>From here on the request has a caller, or is refused.</summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        app.UseMiddleware<LiveLinkOrigin>();
        app.UseAuthentication();
        app.UseMiddleware<FillCaller>();
        app.UseAuthorization();
        app.UseMiddleware<AntiforgeryCheck>();
    }

    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        var access = api.MapGroup("").WithTags("Access");
        GetSetup.Map(access);
        SetUpServer.Map(access);
        SignIn.Map(access);
        GetSession.Map(access);
        SignOut.Map(access);
        ListApiKeys.Map(access);
        CreateApiKey.Map(access);
        RevokeApiKey.Map(access);
        ListMembers.Map(access);
        AddMember.Map(access);
        RemoveMember.Map(access);
        ChangeRole.Map(access);
        CreateTenant.Map(access);
        GetOrganisation.Map(access);
        ChangeOrganisation.Map(access);
        ListOwnTenants.Map(access);
        SwitchTenant.Map(access);
        MapInvitations(access);
        MapPasswords(access);
    }

    private static void MapInvitations(IEndpointRouteBuilder access)
    {
        ListInvitations.Map(access);
        Invite.Map(access);
        WithdrawInvitation.Map(access);
        LookAtInvitation.Map(access);
        AcceptInvitation.Map(access);
    }

    private static void MapPasswords(IEndpointRouteBuilder access)
    {
        ChangePassword.Map(access);
        OfferPasswordReset.Map(access);
        ForgotPassword.Map(access);
        LookAtPasswordReset.Map(access);
        UsePasswordReset.Map(access);
    }

    private static void AddIdentity(IServiceCollection services) =>
        services.AddIdentityCore<User>(options =>
        {
            // Length is what makes a password strong (NIST SP 800-63B, section 3.1.1.2); rules on its characters do not.
            options.Password.RequiredLength = 8;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = true;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = SignInCheck.LockedOutFor;
            IdentityTables.Configure(options);
        }).AddEntityFrameworkStores<CrmDbContext>();

    private static void AddAuthentication(IServiceCollection services)
    {
        services.AddAuthentication(CookieOrKey)
            .AddPolicyScheme(CookieOrKey, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(ApiKeyAuthentication.Header) ? ApiKeyAuthentication.SchemeName : SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddAntiforgery(AntiforgeryTokens.Configure);
        services.AddScoped<AntiforgeryTokens>();
    }

    private static void AddAuthorization(IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permissions.All)
        {
            authorization.AddPolicy(permission, policy => policy.RequireClaim(AccessClaims.Permission, permission));
        }
    }

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SocialCrm");
        services.AddSingleton<DatabaseKeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<DatabaseKeyRing>()));
    }
}
