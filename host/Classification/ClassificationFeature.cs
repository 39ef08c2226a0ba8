namespace SocialCrm.Host.Classification;

internal static class ClassificationFeature
{
    public static void AddClassification(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Labelling>();
        services.AddScoped<LabelViews>().AddScoped<CorrectLabel>().AddScoped<LateLabels>();
        services.AddHostedService<PendingLabels>();
    }

    public static void MapClassification(this IEndpointRouteBuilder api)
    {
        var classification = api.MapGroup("").WithTags("Classification");
        CorrectLabel.Map(classification);
        PreviewLabels.Map(classification);
    }
}
