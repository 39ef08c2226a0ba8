using System.Text.Json.Serialization;

namespace SocialCrm.Host.Customers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Relationship))]
internal sealed partial class CustomersJson : JsonSerializerContext;
