using System.Text.Json.Serialization;

namespace SocialCrm.Host.Platform.Events;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkspaceChange))]
internal sealed partial class EventsJson : JsonSerializerContext;
