using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>Mappings as they are stored, and as people and programs send them.</summary>
internal static class ImportMappings
{
    private const int LongestColumn = 500;

    public static string Write(ImportMapping mapping) =>
        JsonSerializer.Serialize(mapping with { Columns = new Dictionary<string, string>(mapping.Columns, StringComparer.Ordinal) }, IngestionJson.Default.ImportMapping);

    public static ImportMapping Read(string json) => JsonSerializer.Deserialize(json, IngestionJson.Default.ImportMapping)!;

    /// <summary>
    /// Reads <c>{"format": "csv", "columns": {"id": "tweet_id", …}}</c>. The columns may also stand at the top, and
    /// <c>author.id</c> may be written as an object; a field that is null or empty is not mapped. What is not said at all
    /// is taken from <paramref name="suggestion"/>.
    /// </summary>
    public static (ImportMapping? Mapping, ParseError? Error) Parse(string? json, ImportMapping suggestion)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return Check(suggestion);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, new ParseError("mapping", "Send a JSON object such as {\"columns\": {\"id\": \"tweet_id\"}}."));
            }

            var columns = new Dictionary<string, string>(StringComparer.Ordinal);
            var error = Collect(root.TryGetProperty("columns", out var inner) ? inner : root, "", columns);
            var format = root.TryGetProperty("format", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : suggestion.Format;
            return error is not null ? (null, error) : Check(new ImportMapping { Format = format, Columns = columns.Count > 0 ? columns : suggestion.Columns });
        }
        catch (JsonException)
        {
            return (null, new ParseError("mapping", "The mapping is not valid JSON."));
        }
    }

    private static ParseError? Collect(JsonElement element, string before, Dictionary<string, string> columns)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new ParseError("mapping.columns", "Send an object that names the column of each field.");
        }

        foreach (var property in element.EnumerateObject().Where(p => before.Length > 0 || p.Name != "format"))
        {
            var field = before + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && field == "author")
            {
                if (Collect(property.Value, "author.", columns) is { } fault)
                {
                    return fault;
                }
            }
            else if (!ImportFields.All.Contains(field))
            {
                return new ParseError($"mapping.columns.{field}", $"There is no such field. Fields are {string.Join(", ", ImportFields.All)}.");
            }
            else if (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 and <= LongestColumn } column)
            {
                columns[field] = column;
            }
            else if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.String))
            {
                return new ParseError($"mapping.columns.{field}", "Give the name of a column, or null.");
            }
        }

        return null;
    }

    private static (ImportMapping? Mapping, ParseError? Error) Check(ImportMapping mapping) =>
        ImportFields.Required.FirstOrDefault(field => !mapping.Columns.ContainsKey(field)) is { } missing
            ? (null, new ParseError($"mapping.columns.{missing}", $"Say which column holds {missing}: nothing can be imported without it."))
            : (mapping, null);
}
