using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Sending;

/// <summary>The JSON of an event: <c>{"type":"contact","at":…,"data":{…}}</c>. docs/systems-of-record.md has the shapes.</summary>
internal static class EventBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(ContactEntry contact) => Write("contact", contact.At, json =>
    {
        json.WriteString("id", contact.ContactId);
        json.WriteString("record", contact.RecordId);
        json.WriteString("mergedInto", contact.MergedInto);
        json.WriteStartArray("accounts");
        foreach (var account in contact.Accounts)
        {
            Write(json, account);
        }

        json.WriteEndArray();
        Write(json, contact.Fields);
    });

    public static byte[] Of(ActivityEntry activity) => Write("activity", activity.At, json =>
    {
        json.WriteString("id", activity.ActivityId);
        json.WriteString("contact", activity.ContactId);
        json.WriteString("record", activity.RecordId);
        json.WriteBoolean("withdrawn", activity.Withdrawn);
        Write(json, activity.Fields);
    });

    private static byte[] Write(string type, DateTime at, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("at", at);
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ContactAccount account)
    {
        json.WriteStartObject();
        json.WriteString("channel", account.Channel);
        json.WriteString("network", account.Network);
        json.WriteString("userId", account.UserId);
        json.WriteString("handle", account.Handle);
        json.WriteString("name", account.Name);
        json.WriteString("profileUrl", account.ProfileUrl);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> fields)
    {
        json.WriteStartObject("fields");
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
