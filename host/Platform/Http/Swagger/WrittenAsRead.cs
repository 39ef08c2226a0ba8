using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>Says of each member and parameter what our JSON settings make true: its name, and whether it is always there.</summary>
internal sealed class WrittenAsRead : ISchemaFilter, IParameterFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Properties: { } properties } described
            && context.Type.GetConstructors().MaxBy(c => c.GetParameters().Length) is { } constructor
            && constructor.GetParameters() is { Length: > 0 } parameters)
        {
            described.Required = parameters.Where(p => !p.HasDefaultValue).Select(NameOf).Where(properties.ContainsKey).ToHashSet(StringComparer.Ordinal);
        }
    }

    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter { In: ParameterLocation.Query, Name: { } name } described)
        {
            described.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
        }
    }

    private static string NameOf(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
}
