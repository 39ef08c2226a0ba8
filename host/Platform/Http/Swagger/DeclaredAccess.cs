using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>Shows at each operation who may call it (x-permission) and which problems it can answer with.</summary>
internal sealed class DeclaredAccess : IOperationFilter
{
    public const string Extension = "x-permission";
    public const string AnyoneSignedIn = "signed-in";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            Protect(operation, context, metadata.OfType<IAuthorizeData>().LastOrDefault(a => a.Policy is not null)?.Policy);
        }

        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
        {
            operation.Responses.TryAdd("400", new OpenApiResponse());
        }

        foreach (var (status, response) in operation.Responses.Where(r => r.Key[0] is '4' or '5'))
        {
            ShowProblem(status, (OpenApiResponse)response, context);
        }
    }

    private static void Protect(OpenApiOperation operation, OperationFilterContext context, string? permission)
    {
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SwaggerFeature.CookieScheme, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SwaggerFeature.KeyScheme, context.Document)] = [] },
        ];
        operation.AddExtension(Extension, new JsonNodeExtension(JsonValue.Create(permission ?? AnyoneSignedIn)));
        operation.Responses!.TryAdd("401", new OpenApiResponse());
        if (permission is not null)
        {
            operation.Responses.TryAdd("403", new OpenApiResponse());
        }
    }

    private static void ShowProblem(string status, OpenApiResponse response, OperationFilterContext context)
    {
        var type = status == "400" ? typeof(HttpValidationProblemDetails) : typeof(ProblemDetails);
        var schema = context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        response.Description = status switch
        {
            "400" => "Something in the request is not valid; errors says which field, and why.",
            "401" => "Not signed in, or the API key is not valid.",
            "403" => "The caller's role does not allow this.",
            "404" => "There is no such thing in this organisation.",
            "409" => "Not possible as things stand; detail says why.",
            "429" => "Too often; the header Retry-After says how long to wait.",
            _ => string.IsNullOrEmpty(response.Description) ? "The request failed." : response.Description,
        };
        response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new OpenApiMediaType { Schema = schema },
        };
    }
}
