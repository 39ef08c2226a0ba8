using Microsoft.OpenApi;
using SocialCrm.Host.Access.ApiKeys;
using SocialCrm.Host.Access.Sessions;

namespace SocialCrm.Host.Platform.Http.Swagger;

internal static class SwaggerFeature
{
    public const string Document = "v1";
    public const string CookieScheme = "session";
    public const string KeyScheme = "apiKey";

    // Swagger UI sets styles from its script and shows its images from data: addresses.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void AddSwagger(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "Social CRM Server",
                Version = Document,
                Description = "Listen to customers, know each relationship, answer as people. Sign in with POST /api/v1/session, or send an API key as header X-Api-Key.",
            });
            options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "SocialCrm.Host.xml"));
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.CustomOperationIds(OperationId.Of);
            options.OperationFilter<DescribedForm>();
            options.OperationFilter<DeclaredAccess>();
            options.SchemaFilter<WrittenAsRead>();
            options.ParameterFilter<WrittenAsRead>();
            options.AddSecurityDefinition(CookieScheme, Scheme(ParameterLocation.Cookie, SessionCookie.Name, "The cookie of a signed-in person; unsafe calls also send X-XSRF-TOKEN."));
            options.AddSecurityDefinition(KeyScheme, Scheme(ParameterLocation.Header, ApiKeyAuthentication.Header, "The API key of a program."));
        });
    }

    public static void UseSwaggerPages(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase), pages => pages.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(context);
        }));
        app.UseSwagger();
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"/swagger/{Document}/swagger.json", "Social CRM Server v1");
            options.DocumentTitle = "Social CRM Server API";
            options.DisplayOperationId();
        });
    }

    private static OpenApiSecurityScheme Scheme(ParameterLocation place, string name, string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = place, Name = name, Description = description };
}
