using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>Lists as JSON arrays, which SQLite reads with json_each.</summary>
internal static class SqliteLists
{
    private static readonly JsonWriterOptions AsTheyAre = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Json(IEnumerable list)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, AsTheyAre))
        {
            json.WriteStartArray();
            foreach (var item in list)
            {
                Write(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? item)
    {
        switch (item)
        {
            case null:
                json.WriteNullValue();
                break;
            case Guid id:
                Span<char> text = stackalloc char[36];
                id.TryFormat(text, out _);
                Ascii.ToUpperInPlace(text, out _);
                json.WriteStringValue(text);
                break;
            case long or int or short:
                json.WriteNumberValue(Convert.ToInt64(item));
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)); // As it is stored.
                break;
            default:
                json.WriteStringValue(item.ToString());
                break;
        }
    }
}
