using System.Text.Json;
using System.Text.Json.Serialization;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Engagement;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutboundMessage))]
internal sealed partial class EngagementJson : JsonSerializerContext
{
    public static string Write(OutboundMessage message) => JsonSerializer.Serialize(message, Default.OutboundMessage);

    public static OutboundMessage Read(string payload) => JsonSerializer.Deserialize(payload, Default.OutboundMessage)!;
}
