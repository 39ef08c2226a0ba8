using System.Text.Json.Serialization;

namespace SocialCrm.Host.Classification;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LabelDetails))]
internal sealed partial class LabelsJson : JsonSerializerContext;
