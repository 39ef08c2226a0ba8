using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialCrm.Host.Classification;

/// <summary>What the label columns do not hold: confidences and who corrected. Keys are facets, or <c>topic:name</c>.</summary>
public sealed record LabelDetails(
    [property: JsonPropertyName("c")] Dictionary<string, double> Confidence,
    [property: JsonPropertyName("by")] Dictionary<string, Guid>? CorrectedBy)
{
    public static string Write(MessageLabels labels)
    {
        Dictionary<string, Guid>? corrected = null;
        var confidence = new Dictionary<string, double>(labels.Items.Count, StringComparer.Ordinal);
        foreach (var label in labels.Items)
        {
            var key = Key(label.Facet, label.Value);
            confidence[key] = label.Confidence;
            if (label.CorrectedBy is { } user)
            {
                (corrected ??= new(StringComparer.Ordinal))[key] = user;
            }
        }

        return JsonSerializer.Serialize(new LabelDetails(confidence, corrected), LabelsJson.Default.LabelDetails);
    }

    public static LabelDetails Read(string json) => JsonSerializer.Deserialize(json, LabelsJson.Default.LabelDetails)!;

    public MessageLabel Label(string facet, string value)
    {
        var key = Key(facet, value);
        Guid? user = CorrectedBy is not null && CorrectedBy.TryGetValue(key, out var by) ? by : null;
        return new MessageLabel(facet, value, Confidence.GetValueOrDefault(key), user);
    }

    private static string Key(string facet, string value) => facet == Sdk.Facets.Topic ? $"topic:{value}" : facet;
}
