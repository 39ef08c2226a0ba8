using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Sending;

/// <summary>The JSON of a reply: <c>{"type":"reply","data":{…}}</c>.</summary>
internal static class ReplyBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(OutboundMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "reply");
            json.WriteStartObject("data");
            json.WriteString("id", message.Id);
            json.WriteString("conversation", message.Conversation);
            json.WriteString("inReplyTo", message.InReplyTo);
            json.WriteStartObject("to");
            json.WriteString("id", message.RecipientId);
            json.WriteEndObject();
            json.WriteString("text", Encodable(message.Text));
            json.WriteString("at", message.At);
            WriteAttachments(json, message.Attachments);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<OutboundAttachment> files)
    {
        json.WriteStartArray("attachments");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", Encodable(file.Name));
            json.WriteString("type", file.Type);
            json.WriteNumber("size", file.Size);
            json.WriteString("url", file.Url);
            json.WriteString("urlExpiresAt", file.UrlExpiresAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The writer throws on a lone surrogate; the detour over UTF-8 puts U+FFFD in its place.
    private static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
