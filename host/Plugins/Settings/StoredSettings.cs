using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>Settings as they lie in the database: two JSON objects, of which the one with the secrets is encrypted.</summary>
internal static class StoredSettings
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    /// <summary>Splits checked values into what may be shown and what may not.</summary>
    public static (JsonObject Plain, JsonObject Secret) Split(IReadOnlyList<SettingField> fields, IReadOnlyDictionary<string, object> values)
    {
        var (plain, secret) = (new JsonObject(), new JsonObject());
        foreach (var field in fields)
        {
            if (values.TryGetValue(field.Name, out var value))
            {
                (field.Kind == SettingKind.Secret ? secret : plain)[field.Name] = Node(value);
            }
        }

        return (plain, secret);
    }

    /// <summary>
    /// Reads stored settings for the form of the plugin as it is now. Fields that it no longer has are passed over; the
    /// errors tell what it has come to need.
    /// </summary>
    public static SettingsReader Read(IReadOnlyList<SettingField> fields, string plain, string? secret)
    {
        var known = new JsonObject();
        foreach (var (name, value) in Parse(plain).Concat(secret is null ? [] : Parse(secret)))
        {
            if (fields.Any(f => f.Name == name))
            {
                known[name] = value?.DeepClone();
            }
        }

        using var json = JsonDocument.Parse(known.ToJsonString());
        return new SettingsReader(fields, "settings").Read(json.RootElement, None);
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonValue Node(object value) => value switch
    {
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create((string)value),
    };
}
