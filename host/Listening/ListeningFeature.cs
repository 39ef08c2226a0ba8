namespace SocialCrm.Host.Listening;

internal static class ListeningFeature
{
    public static void AddListening(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TopicSets>().AddSingleton<TopicNames>();
        services.AddScoped<CreateTopic>().AddScoped<UpdateTopic>().AddScoped<DeleteTopic>().AddScoped<PreviewTopic>();
        services.AddScoped<HistoryRuns>().AddScoped<HistoryStep>().AddScoped<ChangeHistory>();
        services.AddHostedService<HistoryWalker>();
    }

    public static void MapListening(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("").WithTags("Topics");
        ListTopics.Map(topics);
        CreateTopic.Map(topics);
        UpdateTopic.Map(topics);
        DeleteTopic.Map(topics);
        PreviewTopic.Map(topics);
        ChangeHistory.Map(topics);
    }
}
