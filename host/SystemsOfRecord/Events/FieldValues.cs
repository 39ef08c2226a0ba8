using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>The values of our fields for one customer or message, by name.</summary>
internal sealed class FieldValues
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    public FieldValues With(string name, JsonNode? value)
    {
        _values[name] = value is null ? JsonElement.Parse("null") : JsonElement.Parse(value.ToJsonString());
        return this;
    }

    public FieldValues With(string name, IEnumerable<string> texts) => With(name, new JsonArray([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]));

    public FieldValues With(string name, DateTime? at) => With(name, at is { } time ? JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture)) : null);

    /// <summary>Those that are mapped, by the system's names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Mapped(IReadOnlyList<MappedField> mapping) =>
        mapping.ToDictionary(m => m.Target, m => _values.GetValueOrDefault(m.Source, JsonElement.Parse("null")), StringComparer.Ordinal);
}
