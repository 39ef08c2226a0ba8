using System.Text;
using System.Text.Json;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>Names of fields, without an allocation for those that we know.</summary>
internal static class JsonName
{
    private static readonly (string Name, byte[] Utf8)[] Known =
    [
        .. new[] { "id", "text", "author", "type", "data", "handle", "at", "thread", "inReplyTo", "kind", "name", "url", "public", "revision", "followers", "attachments", "size", "content", "direction" }
            .Select(name => (name, Encoding.UTF8.GetBytes(name))),
    ];

    public static string Read(ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped)
        {
            return JsonText.Read(ref json);
        }

        foreach (var (name, utf8) in Known)
        {
            if (json.ValueSpan.SequenceEqual(utf8))
            {
                return name;
            }
        }

        return "";
    }
}
