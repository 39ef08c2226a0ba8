using System.Text.Json;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>Names of fields, without an allocation for those that we know.</summary>
internal static class JsonName
{
    private static readonly string[] Known =
        ["id", "revision", "kind", "author", "handle", "name", "followers", "thread", "inReplyTo", "text", "url", "public", "at", "type", "data"];

    public static string Read(ref Utf8JsonReader json)
    {
        if (json.ValueIsEscaped)
        {
            return JsonText.Read(ref json);
        }

        foreach (var known in Known)
        {
            if (known.Length == json.ValueSpan.Length && json.ValueTextEquals(known))
            {
                return known;
            }
        }

        return "";
    }
}
