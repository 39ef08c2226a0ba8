namespace SocialCrm.Host.Platform.AdminUi;

internal static class AdminUiFeature
{
    public static void AddAdminUi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AdminUiOptions>().Bind(builder.Configuration.GetSection("AdminUi"));
        builder.Services.AddSingleton<AdminUiFiles>();
    }

    public static void UseAdminUi(this IApplicationBuilder app) => app.UseMiddleware<ServeAdminUi>();
}
