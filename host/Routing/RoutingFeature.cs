using SocialCrm.Host.Access;

namespace SocialCrm.Host.Routing;

internal static class RoutingFeature
{
    public static void AddRouting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DefaultTeams>();
        services.AddSingleton<ITenantSetup, FirstTeam>();
        services.AddScoped<Teams>();
    }

    public static void MapRouting(this IEndpointRouteBuilder api) => ListTeams.Map(api.MapGroup("").WithTags("Teams"));
}
