namespace SocialCrm.Host.Engagement;

internal static class EngagementFeature
{
    public static void AddEngagement(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<DeliveryRecord>();
        services.AddScoped<Deliveries>();
        services.AddScoped<SendReply>();
        services.AddHostedService<OutboxDelivery>();
    }

    public static void MapEngagement(this IEndpointRouteBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations");
        SendReply.Map(conversations);
        SettleReply.Map(conversations);
    }
}
