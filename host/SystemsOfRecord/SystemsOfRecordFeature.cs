namespace SocialCrm.Host.SystemsOfRecord;

internal static class SystemsOfRecordFeature
{
    public static void AddSystemsOfRecord(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<RecordSecrets>().AddSingleton<RecordDirectory>().AddSingleton<RecordCalls>().AddSingleton<RecordOwners>();
        services.AddScoped<RecordSystemChanges>().AddScoped<RecordSystemItems>().AddScoped<CreateRecordSystem>();
        services.AddScoped<RecordEvents>().AddScoped<ContactEntries>().AddScoped<ActivityEntries>().AddScoped<CustomerRecords>();
        services.AddScoped<SendAllCustomers>().AddScoped<ListRecordDeliveries>().AddScoped<RedeliverRecords>();
        services.AddSingleton<RecordSignal>().AddSingleton<DeliveryRecorder>().AddSingleton<DeliveryRun>();
        services.AddSingleton<SendingSignal>().AddSingleton<SendingStep>().AddHostedService<SendingWorker>();
        services.AddSingleton<PullSignal>().AddSingleton<PullIntake>().AddSingleton<PullRun>();
        services.AddHostedService<DeliveryWorkers>().AddHostedService<PullWorkers>();
        services.AddSingleton<DeliveryUpkeep>().AddHostedService(provider => provider.GetRequiredService<DeliveryUpkeep>());
    }

    public static void MapSystemsOfRecord(this IEndpointRouteBuilder api)
    {
        var systems = api.MapGroup("").WithTags("Systems of record");
        ListRecordSystems.Map(systems);
        ListRecordKinds.Map(systems);
        CreateRecordSystem.Map(systems);
        UpdateRecordSystem.Map(systems);
        DeleteRecordSystem.Map(systems);
        CheckRecordSystem.Map(systems);
        PreviewRecordEvents.Map(systems);
        ListRecordDeliveries.Map(systems);
        RedeliverRecords.Map(systems);
        SendAllCustomers.Map(systems);
    }
}
