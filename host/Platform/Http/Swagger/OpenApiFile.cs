using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>Writes the API's description to a file, for the admin UI's types, without starting the server.</summary>
internal static class OpenApiFile
{
    private const string Argument = "write-openapi";

    /// <summary>True, and done, when the server was called with <c>--write-openapi FILE</c>.</summary>
    public static async Task<bool> WriteOpenApiAsync(this WebApplication app)
    {
        if (app.Configuration[Argument] is not { Length: > 0 } path)
        {
            return false;
        }

        app.UseRouting().UseEndpoints(_ => { }); // The server's start would make the endpoints known; here nothing starts.
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(SwaggerFeature.Document);
        await File.WriteAllTextAsync(path, await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0) + "\n");
        return true;
    }
}
