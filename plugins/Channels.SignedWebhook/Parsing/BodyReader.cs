using System.Text.Json;
using System.Text.Unicode;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>Reads the body of a request: one event, or an array of them that are each read or refused by themselves.</summary>
internal static class BodyReader
{
    public const int MaxBatch = 500;
    private const int MaxDepth = 32;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    public static ParsedRequest Read(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return ParsedRequest.Refused("", "The body is not UTF-8.");
        }

        try
        {
            var json = new Utf8JsonReader(WithoutByteOrderMark(body), Options);
            return ReadBody(ref json);
        }
        catch (JsonException error)
        {
            return ParsedRequest.Refused("", $"The body is not valid JSON, or is nested more than {MaxDepth} deep: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static ParsedRequest ReadBody(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.StartObject => ReadOne(ref json),
            JsonTokenType.StartArray => ReadBatch(ref json),
            _ => ParsedRequest.Refused("", "The body must be a JSON object, or an array of them."),
        };
    }

    private static ParsedRequest ReadOne(ref Utf8JsonReader json)
    {
        var item = new EventReader().Read(ref json);

        // Whatever stands behind the object makes the reader throw.
        json.Read();
        return item.Error is { } error ? ParsedRequest.Refused(error.Field, error.Message) : new ParsedRequest { Items = [item] };
    }

    private static ParsedRequest ReadBatch(ref Utf8JsonReader json)
    {
        var items = new List<ParsedItem>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == MaxBatch)
            {
                return ParsedRequest.Refused("", $"An array holds at most {MaxBatch} messages.");
            }

            items.Add(ReadItem(ref json, items.Count));
        }

        json.Read();
        return items.Count == 0
            ? ParsedRequest.Refused("", "The array holds no message.")
            : new ParsedRequest { IsBatch = true, Items = items };
    }

    private static ParsedItem ReadItem(ref Utf8JsonReader json, int index)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return new ParsedItem { Error = new ParseError($"[{index}]", "must be an object.") };
        }

        var item = new EventReader().Read(ref json);
        return item.Error is { } error
            ? new ParsedItem { Error = error with { Field = error.Field.Length > 0 ? $"[{index}].{error.Field}" : $"[{index}]" } }
            : item;
    }
}
