using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>
/// Reads the values of one event and keeps the first fault: reading goes on to the event's end, so that the next one of
/// an array is found. A null counts as absent.
/// </summary>
internal sealed class Fields
{
    public const int MaxId = 512;
    public const int MaxName = 256;
    public const int MaxUrl = 2048;
    public const int MaxText = 100_000;
    private ulong _seen;

    public ParseError? Error { get; private set; }

    public void Fault(string path, string message) => Error ??= new ParseError(path, message);

    /// <summary>A field given twice means two things to two readers, so it is refused rather than guessed at.</summary>
    public void Once(int field, string path)
    {
        if ((_seen & (1UL << field)) != 0)
        {
            Fault(path, "is given more than once.");
        }

        _seen |= 1UL << field;
    }

    public string? Text(ref Utf8JsonReader json, string path, int maxLength)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Wrong(ref json, path, "must be a string.");
            return null;
        }

        var text = JsonText.Read(ref json);
        if (text.Length > maxLength)
        {
            Fault(path, $"must not be longer than {maxLength} UTF-16 units; it has {text.Length}.");
        }

        return text;
    }

    public string? Id(ref Utf8JsonReader json, string path)
    {
        var id = Text(ref json, path, MaxId);
        if (id is "")
        {
            Fault(path, "must not be empty.");
        }

        return id;
    }

    public string? Optional(ref Utf8JsonReader json, string path, int maxLength) =>
        Text(ref json, path, maxLength) is { Length: > 0 } text ? text : null;

    public string? Url(ref Utf8JsonReader json, string path)
    {
        var url = Text(ref json, path, MaxUrl);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
        {
            Fault(path, "must be an absolute http or https address.");
        }

        return url;
    }

    public long? Number(ref Utf8JsonReader json, string path, long min)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) && number >= min)
        {
            return number;
        }

        Wrong(ref json, path, $"must be a whole number of at least {min}.");
        return null;
    }

    public bool? Flag(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.GetBoolean();
        }

        Wrong(ref json, path, "must be true or false.");
        return null;
    }

    public DateTime? Time(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType == JsonTokenType.String && Timestamp.TryRead(ref json, out var time))
        {
            return time;
        }

        Wrong(ref json, path, "must be an ISO 8601 date and time, from 1970 on, with Z or an offset, such as 2026-05-04T09:30:00Z.");
        return null;
    }

    /// <summary>Passes over a value of the wrong shape, whatever it holds.</summary>
    public void Wrong(ref Utf8JsonReader json, string path, string message)
    {
        Fault(path, message);
        if (json.TokenType != JsonTokenType.Null)
        {
            json.Skip();
        }
    }
}
