namespace SocialCrm.Host.Analytics;

internal static class AnalyticsFeature
{
    public static void AddAnalytics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RollupFold>().AddSingleton<Reckoning>().AddSingleton<ZoneUpkeep>();
        services.AddScoped<Counts>().AddScoped<DurationReading>().AddScoped<GetOpenConversations>().AddScoped<TimedConversations>().AddScoped<TopicTimes>();
        services.AddHostedService<AnalyticsUpkeep>();
    }

    public static void MapAnalytics(this IEndpointRouteBuilder api)
    {
        var insights = api.MapGroup("/insights").WithTags("Insights");
        CountInsights.Map(insights);
        TimeInsights.Map(insights);
        GetOpenConversations.Map(insights);
    }
}
