using SocialCrm.Host.Access;

namespace SocialCrm.Host.Routing;

internal static class RoutingFeature
{
    public static void AddRouting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DefaultTeams>().AddSingleton<RuleSets>();
        services.AddSingleton<ITenantSetup, FirstTeam>();
        services.AddScoped<Teams>().AddScoped<ChangeTeams>().AddScoped<RemoveTeam>();
        services.AddScoped<RuleRules>().AddScoped<RuleEndpoints>().AddScoped<PreviewRule>().AddScoped<LateRouting>().AddScoped<RoutedMessages>();
    }

    public static void MapRouting(this IEndpointRouteBuilder api)
    {
        var teams = api.MapGroup("").WithTags("Teams");
        ListTeams.Map(teams);
        ChangeTeams.Map(teams);
        var rules = api.MapGroup("").WithTags("Rules");
        RuleEndpoints.Map(rules);
        PreviewRule.Map(rules);
    }
}
