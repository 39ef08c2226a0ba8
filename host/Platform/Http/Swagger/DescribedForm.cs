using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>Describes the form of an operation that declares its fields, so that it can be called from the description.</summary>
internal sealed class DescribedForm : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var fields = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<FormField>().ToList();
        if (fields.Count > 0)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["multipart/form-data"] = new() { Schema = Schema(fields) } },
            };
        }
    }

    private static OpenApiSchema Schema(List<FormField> fields) => new()
    {
        Type = JsonSchemaType.Object,
        Required = fields.Where(f => f.IsRequired).Select(f => f.Name).ToHashSet(StringComparer.Ordinal),
        Properties = fields.ToDictionary(f => f.Name, Property, StringComparer.Ordinal),
    };

    private static IOpenApiSchema Property(FormField field) =>
        new OpenApiSchema { Type = JsonSchemaType.String, Format = field.IsFile ? "binary" : null, Description = field.Description };
}
