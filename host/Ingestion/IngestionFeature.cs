namespace SocialCrm.Host.Ingestion;

internal static class IngestionFeature
{
    public static void AddIngestion(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IngestionOptions>().BindConfiguration("Ingestion").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IngestionMetrics>();
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<TenantDepths>();
        services.AddSingleton<ReceiveWebhook>();
        services.AddSingleton<LaneReservations>();
        services.AddSingleton<LaneReader>();
        services.AddSingleton<BatchPreparation>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<DeadLetterBox>();
        services.AddSingleton<InboxAppender>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxAppender>());
        services.AddHostedService<InboxSweep>();
        services.AddHostedService<PipelineWorkers>();
    }

    public static void MapIngestion(this IEndpointRouteBuilder api) => DeadLetterEndpoints.Map(api);

    /// <summary>Webhooks are proven by their signature and live outside the API.</summary>
    public static void MapWebhooks(this WebApplication app) => app
        .MapPost("/hooks/{tenant}/{channel}", ReceiveWebhook.HandleAsync)
        .AllowAnonymous().WithName("receiveWebhook").WithTags("Webhooks");
}
