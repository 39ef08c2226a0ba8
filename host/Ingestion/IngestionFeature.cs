namespace SocialCrm.Host.Ingestion;

internal static class IngestionFeature
{
    public static void AddIngestion(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IngestionOptions>().BindConfiguration("Ingestion").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IngestionMetrics>();
        services.AddSingleton<TenantDepths>().AddSingleton<HeldUpChannels>();
        services.AddSingleton<ReceiveWebhook>();
        services.AddSingleton<WaitingLanes>().AddSingleton<InboxNews>();
        services.AddSingleton<LaneReader>();
        services.AddSingleton<BatchPreparation>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<DeadLetterBox>();
        services.AddScoped<DeadLetterBatch>().AddScoped<SettleDeadLetters>();
        services.AddSingleton<InboxAppender>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxAppender>());
        services.AddHostedService<InboxSweep>();
        services.AddHostedService<LaneWatch>();
        services.AddHostedService<PipelineWorkers>();
        services.AddOptions<ImportsOptions>().BindConfiguration("Imports").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ImportSignal>().AddSingleton<ImportDirectory>().AddSingleton<ImportReading>().AddSingleton<ImportClosing>();
        services.AddScoped<StartImport>();
        services.AddHostedService<ImportRuns>();
        services.AddHostedService<AbandonedUploads>();
        services.AddSingleton<PollMetrics>().AddSingleton<PollIntake>().AddSingleton<PollRun>();
        services.AddHostedService<PollWorkers>();
        services.AddSingleton<ReplaySignal>().AddSingleton<ReplayClassifying>();
        services.AddScoped<StartReplay>().AddScoped<ReplayReports>().AddScoped<ReplayThreads>().AddScoped<ReplayLabels>().AddScoped<ReplayRouting>();
        services.AddHostedService<ReplayWorker>();
    }

    public static void MapIngestion(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters").WithTags("Dead letters");
        ListDeadLetters.Map(letters);
        SettleDeadLetter.Map(letters);
        SettleDeadLetters.Map(letters);
        var imports = api.MapGroup("").WithTags("Imports");
        StartImport.Map(imports);
        PreviewImport.Map(imports);
        ListImports.Map(imports);
        ListImportErrors.Map(imports);
        CancelImport.Map(imports);
        var replays = api.MapGroup("").WithTags("Replays");
        StartReplay.Map(replays);
        ListReplays.Map(replays);
        CancelReplay.Map(replays);
    }

    /// <summary>Webhooks are proven by their signature and live outside the API.</summary>
    public static void MapWebhooks(this WebApplication app) => app
        .MapPost("/hooks/{tenant}/{channel}", ReceiveWebhook.HandleAsync)
        .AllowAnonymous().WithName("receiveWebhook").WithTags("Webhooks");
}
