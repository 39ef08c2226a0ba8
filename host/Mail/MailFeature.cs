using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Mail;

internal static class MailFeature
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SmtpOptions>().Bind(builder.Configuration.GetSection("Smtp")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpCheck>();
        services.AddSingleton<MailBox>().AddSingleton<SmtpSender>();
        services.AddHostedService<MailDelivery>();
    }

    public static void MapMail(this IEndpointRouteBuilder api)
    {
        var mail = api.MapGroup("").WithTags("Mail");
        GetMailState.Map(mail);
        SendTestMail.Map(mail);
        SettleMail.Map(mail);
    }
}
