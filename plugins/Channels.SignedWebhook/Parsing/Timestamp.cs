using System.Globalization;
using System.Text.Json;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>ISO 8601 with an offset. A local time without one would be read differently on each server, so it is refused.</summary>
internal static class Timestamp
{
    private static readonly string[] WithoutColon = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz"];

    public static bool TryRead(ref Utf8JsonReader json, out DateTime utc)
    {
        utc = default;
        if (json.ValueIsEscaped || !HasOffset(json.ValueSpan))
        {
            return false;
        }

        if (!json.TryGetDateTimeOffset(out var time)
            && !DateTimeOffset.TryParseExact(JsonText.Read(ref json), WithoutColon, CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            return false;
        }

        utc = time.UtcDateTime;
        return utc >= DateTime.UnixEpoch;
    }

    // A sign behind the "T" belongs to an offset; the hyphens of the date stand before it.
    private static bool HasOffset(ReadOnlySpan<byte> text)
    {
        var timeOfDay = text.IndexOf((byte)'T');
        return timeOfDay > 0 && text[timeOfDay..].IndexOfAny((byte)'Z', (byte)'+', (byte)'-') > 0;
    }
}
