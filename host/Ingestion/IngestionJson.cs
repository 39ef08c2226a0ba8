using System.Text.Json;
using System.Text.Json.Serialization;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(ImportMapping))]
[JsonSerializable(typeof(IReadOnlyList<InboundMessage>))]
[JsonSerializable(typeof(List<long>))]
internal sealed partial class IngestionJson : JsonSerializerContext
{
    public static string Write(InboundMessage message) => JsonSerializer.Serialize(message, Default.InboundMessage);

    public static InboundMessage Read(string payload) => JsonSerializer.Deserialize(payload, Default.InboundMessage)!;
}
