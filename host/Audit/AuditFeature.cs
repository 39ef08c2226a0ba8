namespace SocialCrm.Host.Audit;

internal static class AuditFeature
{
    public static void AddAudit(this WebApplicationBuilder builder) => builder.Services.AddScoped<AuditTrail>();

    public static void MapAudit(this IEndpointRouteBuilder api) => ListAudit.Map(api.MapGroup("").WithTags("Audit"));
}
