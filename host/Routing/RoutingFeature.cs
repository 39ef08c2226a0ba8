namespace SocialCrm.Host.Routing;

internal static class RoutingFeature
{
    public static void AddRouting(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DefaultTeams>();
}
