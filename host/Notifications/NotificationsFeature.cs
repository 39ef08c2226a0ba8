using SocialCrm.Host.Mail;

namespace SocialCrm.Host.Notifications;

/// <summary>What people are told, and the mail that carries some of it.</summary>
internal static class NotificationsFeature
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<NotificationsOptions>().Bind(builder.Configuration.GetSection("Notifications")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<Notices>().AddScoped<OwnNotifications>().AddScoped<ReadNotifications>().AddScoped<NotificationChoices>();
        services.AddSingleton<NotificationMails>().AddSingleton<MailAtOnce>().AddSingleton<DailyMail>().AddSingleton<OldNotifications>();
        services.AddHostedService<NotificationUpkeep>();
        builder.AddMail();
    }

    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("").WithTags("Notifications");
        ListNotifications.Map(notifications);
        CountNotifications.Map(notifications);
        ReadNotifications.Map(notifications);
        NotificationChoices.Map(notifications);
        api.MapMail();
    }
}
