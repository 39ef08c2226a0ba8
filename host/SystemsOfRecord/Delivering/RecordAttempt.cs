using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>One attempt to hand over an event.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">What became of it: taken, retry, limited, failed, unknown, credentialsRejected or gone.</param>
/// <param name="Status">The HTTP status of the answer; null without one.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record RecordAttempt(DateTime At, string Outcome, int? Status, string? Reason, long Milliseconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<RecordAttempt>))]
[JsonSerializable(typeof(FieldMapping))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class RecordsJson : JsonSerializerContext;
