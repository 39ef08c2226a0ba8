namespace SocialCrm.Host.Platform.Http.Swagger;

/// <summary>A field of a multipart form that an operation reads by itself, as it comes; stands in the API's description.</summary>
internal sealed record FormField(string Name, string Description, bool IsFile = false, bool IsRequired = false);

internal static class FormFields
{
    public static TBuilder TakesForm<TBuilder>(this TBuilder endpoint, params FormField[] fields)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. fields]);
}
