using SocialCrm.Host.Platform.Observability.Metrics;

namespace SocialCrm.Host.Platform.Observability;

internal static class ObservabilityFeature
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<MetricStore>();
        builder.Services.AddHostedService<MetricCollector>();
        builder.Services.AddSingleton<Readiness>();
        builder.Logging.ClearProviders();
        if (Console.IsOutputRedirected)
        {
            builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }
        else
        {
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
        }
    }

    public static void MapObservability(this IEndpointRouteBuilder app)
    {
        var probes = app.MapGroup("").AllowAnonymous().DisableHttpMetrics().ExcludeFromDescription();
        probes.MapGet("/health/live", () => TypedResults.Text("ok\n"));
        probes.MapGet("/health/ready", Readiness.AnswerAsync);
        probes.MapGet("/metrics", MetricsPage.Answer);
    }
}
