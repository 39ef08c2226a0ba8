using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialCrm.Host.Platform.Http;

/// <summary>Times are UTC and say so: written with Z, read only with an offset, since a time without one means something else to each reader.</summary>
internal sealed class UtcTimes : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasOffset(reader.GetString()!) && reader.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text.Contains('T'));
}
