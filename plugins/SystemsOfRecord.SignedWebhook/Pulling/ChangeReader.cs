using System.Globalization;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Pulling;

/// <summary>Reads what the other side says of a record. Its author may be anyone.</summary>
internal static class ChangeReader
{
    /// <summary>Null where it names no record.</summary>
    public static RecordChange? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "record") is not { Length: > 0 } record)
        {
            return null;
        }

        return new RecordChange
        {
            RecordId = record,
            ContactId = Text(json, "contact"),
            Channel = Text(json, "channel"),
            UserId = Text(json, "userId"),
            Deleted = json.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True,
            Url = Text(json, "url"),
            Owner = Text(json, "owner"),
            Tier = Text(json, "tier"),
            Fields = Fields(json),
            At = Time(json),
        };
    }

    private static Dictionary<string, string> Fields(JsonElement json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("fields", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in given.EnumerateObject())
            {
                if (Text(field.Value) is { } text)
                {
                    fields[field.Name] = text;
                }
            }
        }

        return fields;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a character, which is no text.
            return null;
        }
    }

    private static DateTime? Time(JsonElement json) =>
        Text(json, "at") is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;
}
