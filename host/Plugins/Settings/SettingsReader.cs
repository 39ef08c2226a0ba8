using System.Text.Json;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>Reads settings that someone sent or that were stored, and says of each field what is wrong with it.</summary>
internal sealed class SettingsReader(IReadOnlyList<SettingField> fields, string path)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public Dictionary<string, string[]> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of the fields that were given: a string, an int or a bool.</summary>
    public IReadOnlyDictionary<string, object> Values => _values;

    /// <param name="json">The settings as an object.</param>
    /// <param name="kept">Secrets that are stored already: a field left out or empty keeps them.</param>
    public SettingsReader Read(JsonElement json, IReadOnlySet<string> kept)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Errors[path] = ["must be an object with a value for each setting."];
            return this;
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var given in json.EnumerateObject())
            {
                ReadGiven(given);
            }
        }

        foreach (var missing in fields.Where(f => f.Required && !_values.ContainsKey(f.Name) && !kept.Contains(f.Name)))
        {
            Errors.TryAdd(Path(missing.Name), [$"is required: {missing.Label}."]);
        }

        return this;
    }

    private void ReadGiven(JsonProperty given)
    {
        if (fields.FirstOrDefault(f => f.Name == given.Name) is not { } field)
        {
            Errors[Path(given.Name.Length > 64 ? given.Name[..64] : given.Name)] = [fields.Count == 0
                ? "is unknown: there are no settings."
                : $"is unknown. The settings are {string.Join(", ", fields.Select(f => f.Name))}."];
        }
        else if (Problem(field, given.Value) is { } problem)
        {
            Errors[Path(field.Name)] = [problem];
        }
    }

    private string? Problem(SettingField field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        _ when field.Kind == SettingKind.Number => Number(field, value),
        _ when field.Kind == SettingKind.Boolean => Flag(field, value),
        JsonValueKind.String => Text(field, value),
        _ => "must be a text.",
    };

    private string? Number(SettingField field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            return "must be a whole number.";
        }

        _values[field.Name] = number;
        return number < field.Min ? $"must be at least {field.Min}." : number > field.Max ? $"must be at most {field.Max}." : null;
    }

    private string? Flag(SettingField field, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return "must be true or false.";
        }

        _values[field.Name] = value.GetBoolean();
        return null;
    }

    private string? Text(SettingField field, JsonElement value)
    {
        if (!TryGetText(value, out var text))
        {
            return "holds characters that are not valid Unicode.";
        }

        // A secret is kept to the letter; in all else blanks around it are a slip of the hand.
        text = field.Kind == SettingKind.Secret ? text : text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        _values[field.Name] = text;
        return text.Length > field.MaxLength ? $"must not be longer than {field.MaxLength} characters."
            : field.Kind == SettingKind.Choice && field.Choices.All(c => c.Value != text) ? $"must be one of {string.Join(", ", field.Choices.Select(c => c.Value))}."
            : field.Kind == SettingKind.Url && !IsWebAddress(text) ? "must be an absolute http or https address, such as https://example.com/path."
            : text.Contains('\0', StringComparison.Ordinal) ? "must not hold the character U+0000." : null;
    }

    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    private string Path(string name) => $"{path}.{name}";
}
