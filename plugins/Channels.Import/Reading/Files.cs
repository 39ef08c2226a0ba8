using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>
/// Reads the addresses of files: one, several with white space between them (none stands in an address), or a JSON array of
/// addresses or of objects with a <c>url</c> and perhaps a <c>name</c> and a <c>type</c>.
/// </summary>
internal static class Files
{
    private const int LongestName = 255;
    private const int LongestType = 127;

    public static IReadOnlyList<InboundAttachment> Read(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is not { Length: > 0 } ? []
            : trimmed[0] == '[' ? Json(trimmed)
            : [.. trimmed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Line)];
    }

    // A row of JSON lines gives the elements of an array a line each.
    private static IEnumerable<InboundAttachment> Line(string line) => line[0] == '{'
        ? Json($"[{line}]")
        : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(url => new InboundAttachment { Url = url });

    private static List<InboundAttachment> Json(string text)
    {
        try
        {
            using var whole = JsonDocument.Parse(text);
            return [.. whole.RootElement.EnumerateArray().Select(One)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return [new InboundAttachment { Url = text }];
        }
    }

    // What is no address is kept as what it is: so the row is refused for it, and not silently without its file.
    private static InboundAttachment One(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new InboundAttachment { Url = element.GetString()!.Trim() },
        JsonValueKind.Object => new InboundAttachment { Url = Text(element, "url")?.Trim() ?? "", Name = Cut(Text(element, "name"), LongestName), Type = Cut(Text(element, "type"), LongestType) },
        _ => new InboundAttachment { Url = element.GetRawText() },
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Cut(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest ? text : null;
}
