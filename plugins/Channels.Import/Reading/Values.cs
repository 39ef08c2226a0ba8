using System.Globalization;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>Reads the words that exports use. Null for those that nobody could be sure of.</summary>
internal static class Values
{
    private const long FirstMilliseconds = 100_000_000_000;

    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "ddd MMM dd HH:mm:ss zzz yyyy", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "yyyy-MM-dd HH:mm:ss 'UTC'",
    ];

    public static MessageDirection? Direction(string text) => text.ToLowerInvariant() switch
    {
        "inbound" or "in" or "incoming" or "received" or "customer" or "user" => MessageDirection.Inbound,
        "outbound" or "out" or "outgoing" or "sent" or "agent" or "company" => MessageDirection.Outbound,
        _ => null,
    };

    public static MessageKind? Kind(string text) => text.ToLowerInvariant() switch
    {
        "dm" or "private" or "message" => MessageKind.Direct,
        "tweet" or "status" => MessageKind.Post,
        _ => !char.IsAsciiDigit(text[0]) && Enum.TryParse<MessageKind>(text, ignoreCase: true, out var kind) ? kind : null,
    };

    public static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" or "public" => true,
        "false" or "no" or "0" or "private" => false,
        _ => null,
    };

    /// <summary>In UTC; a time without an offset is taken for UTC.</summary>
    public static DateTime? Time(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000_000_000_000)
        {
            return number < FirstMilliseconds ? DateTime.UnixEpoch.AddSeconds(number) : DateTime.UnixEpoch.AddMilliseconds(number);
        }

        return DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.UtcDateTime >= DateTime.UnixEpoch ? time.UtcDateTime : null;
    }

    public static bool IsWebAddress(string text) =>
        text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
