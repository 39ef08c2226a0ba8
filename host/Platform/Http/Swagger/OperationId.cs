using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>Names an operation by its own name if it has one, else after its use case: CreateApiKey.HandleAsync is createApiKey, Workspace.ListNotesAsync is listNotes.</summary>
internal static class OperationId
{
    public static string? Of(ApiDescription description)
    {
        if (description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault() is { } named)
        {
            return named.EndpointName;
        }

        if (!description.TryGetMethodInfo(out var method))
        {
            return null;
        }

        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
        return JsonNamingPolicy.CamelCase.ConvertName(name == "Handle" ? method.DeclaringType!.Name : name);
    }
}
