using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialCrm.Host.Classification;

/// <summary>What the label columns do not hold: confidences and who corrected. Keys are facets, or <c>topic:name</c>.</summary>
public sealed record LabelDetails(
    [property: JsonPropertyName("c")] Dictionary<string, double> Confidence,
    [property: JsonPropertyName("by")] Dictionary<string, Guid>? CorrectedBy,
    [property: JsonPropertyName("q")] List<string>? Listened = null,
    [property: JsonPropertyName("s")] List<string>? Stated = null)
{
    public static string Write(MessageLabels labels)
    {
        Dictionary<string, Guid>? corrected = null;
        List<string>? listened = null;
        List<string>? stated = null;
        var confidence = new Dictionary<string, double>(labels.Items.Count, StringComparer.Ordinal);
        foreach (var label in labels.Items)
        {
            var key = Key(label.Facet, label.Value);
            confidence[key] = label.Confidence;
            if (label.Listened)
            {
                (listened ??= []).Add(label.Value);
            }

            if (label.CorrectedBy is { } user)
            {
                (corrected ??= new(StringComparer.Ordinal))[key] = user;
            }

            if (label.Stated)
            {
                (stated ??= []).Add(key);
            }
        }

        return JsonSerializer.Serialize(new LabelDetails(confidence, corrected, listened, stated), LabelsJson.Default.LabelDetails);
    }

    public static LabelDetails Read(string json) => JsonSerializer.Deserialize(json, LabelsJson.Default.LabelDetails)!;

    public MessageLabel Label(string facet, string value)
    {
        var key = Key(facet, value);
        Guid? user = CorrectedBy is not null && CorrectedBy.TryGetValue(key, out var by) ? by : null;
        return new MessageLabel(facet, value, Confidence.GetValueOrDefault(key), user, Stated?.Contains(key) ?? false)
        {
            Listened = Listened is not null && facet == Sdk.Facets.Topic && Listened.Contains(value, StringComparer.Ordinal),
        };
    }

    private static string Key(string facet, string value) => facet == Sdk.Facets.Topic ? $"topic:{value}" : facet;
}
