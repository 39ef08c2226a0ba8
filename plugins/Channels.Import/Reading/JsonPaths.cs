using System.Text.Json;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Values of a JSON object by their path, such as <c>author.id</c>.</summary>
internal static class JsonPaths
{
    private const int Deepest = 4;
    private const int MostColumns = 200;

    /// <summary>The value as text; null where there is none or it is null. A list of texts is given with line breaks between.</summary>
    public static string? Find(JsonElement row, string path)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // A name that holds a dot itself goes before a path.
        if (row.TryGetProperty(path, out var value))
        {
            return Text(value);
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && row.TryGetProperty(path[..dot], out var inner) ? Find(inner, path[(dot + 1)..]) : null;
    }

    /// <summary>Adds the paths of all plain values that are not known yet.</summary>
    public static void Collect(JsonElement row, string before, int depth, List<string> columns, HashSet<string> known)
    {
        foreach (var property in row.EnumerateObject())
        {
            var path = before + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && depth < Deepest)
            {
                Collect(property.Value, path + ".", depth + 1, columns, known);
            }
            else if (columns.Count < MostColumns && known.Add(path))
            {
                columns.Add(path);
            }
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Text).OfType<string>()),
        _ => value.GetRawText(),
    };
}
