using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>An operation as the API's own description has it.</summary>
internal sealed record DescribedOperation(HttpMethod Method, string Path, JsonObject Json, JsonObject Schemas)
{
    public string? Permission => Text("x-permission");

    public JsonObject Responses => Json["responses"]!.AsObject();

    public string SamplePath => string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? Guid.Empty.ToString() : part));

    public string? SampleBody => Json["requestBody"] is null ? null : "{}";

    public JsonObject? BodySchema => Json["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();

    /// <summary>The names of the parameters in the query that are ids.</summary>
    public IEnumerable<string> IdsInQuery => (Json["parameters"]?.AsArray() ?? [])
        .Where(p => p!["in"]!.GetValue<string>() == "query" && p["schema"]?["format"]?.GetValue<string>() == "uuid")
        .Select(p => p!["name"]!.GetValue<string>());

    /// <summary>Where ids stand in the body: names of properties, and * for each element of a list.</summary>
    public IReadOnlyList<string[]> IdsInBody => BodySchema is { } schema ? [.. Ids(schema, [], [])] : [];

    public static async Task<List<DescribedOperation>> AllAsync(ApiClient client)
    {
        var document = (await client.Http.GetFromJsonAsync<JsonObject>("/swagger/v1/swagger.json"))!;
        var schemas = document["components"]!["schemas"]!.AsObject();
        return [.. document["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(o => new DescribedOperation(new HttpMethod(o.Key.ToUpperInvariant()), path.Key, o.Value!.AsObject(), schemas)))];
    }

    public string? Text(string name) => Json[name]?.GetValue<string>();

    public override string ToString() => $"{Method} {Path}";

    /// <summary>A schema as it stands in the list of schemas, whatever refers to it.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        (schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"])?.AsArray() is [JsonObject only, ..] ? Resolve(only)
        : schema["$ref"]?.GetValue<string>() is { } reference ? Schemas[reference[(reference.LastIndexOf('/') + 1)..]]!.AsObject()
        : schema;

    private IEnumerable<string[]> Ids(JsonObject schema, string[] place, JsonObject[] above)
    {
        var known = Resolve(schema);
        if (above.Contains(known))
        {
            return [];
        }

        JsonObject[] within = [.. above, known];
        return known["format"]?.GetValue<string>() == "uuid" ? [place]
            : known["items"] is JsonObject items ? Ids(items, [.. place, "*"], within)
            : (known["properties"]?.AsObject() ?? []).SelectMany(p => Ids(p.Value!.AsObject(), [.. place, p.Key], within));
    }
}
