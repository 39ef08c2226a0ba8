using SocialCrm.Host.Platform.Http.Swagger;

namespace SocialCrm.Host.Platform.Http;

internal static class HttpFeature
{
    private const long MaximumBody = 2 * 1024 * 1024;

    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
        });
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(options => JsonSettings.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemDefaults.Apply);
        services.AddExceptionHandler<UnreadableRequests>().AddExceptionHandler<BusyDatabase>();
        services.AddSingleton<PublicAddress>();
        services.AddSwagger();
    }

    public static void UseHttp(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePages(context => ProblemDefaults.WriteAsync(context.HttpContext));
        app.UseSwaggerPages();
    }

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app) => app.MapGroup("/api/v1");
}
