using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>
/// Reads one event, <c>{"type": …, "data": {…}}</c>. Unknown fields are passed over (the host keeps the raw body); known
/// ones of a wrong shape are refused with their path.
/// </summary>
internal sealed class EventReader
{
    private readonly Fields _fields = new();
    private readonly MessageFields _message;
    private InboundChange? _change;
    private bool _hasData;

    public EventReader() => _message = new MessageFields(_fields);

    /// <summary>Starts on the event's opening brace and ends on its closing one.</summary>
    public ParsedItem Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonName.Read(ref json);
            json.Read();
            switch (name)
            {
                case "type":
                    _fields.Once(0, "type");
                    ReadType(ref json);
                    break;
                case "data":
                    _fields.Once(1, "data");
                    ReadData(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return Item();
    }

    private void ReadType(ref Utf8JsonReader json)
    {
        _change = json.TokenType != JsonTokenType.String ? null : JsonText.Read(ref json) switch
        {
            "message" => InboundChange.Created,
            "edited" => InboundChange.Edited,
            "deleted" => InboundChange.Deleted,
            _ => null,
        };
        if (_change is null)
        {
            _fields.Wrong(ref json, "type", "must be \"message\", \"edited\" or \"deleted\".");
        }
    }

    private void ReadData(ref Utf8JsonReader json)
    {
        _hasData = true;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            _message.Read(ref json);
        }
        else
        {
            _fields.Wrong(ref json, "data", "must be an object.");
        }
    }

    private ParsedItem Item()
    {
        if (_change is null)
        {
            _fields.Fault("type", "is missing: it must be \"message\", \"edited\" or \"deleted\".");
        }

        if (!_hasData)
        {
            _fields.Fault("data", "is missing: it must be an object.");
        }

        var message = _message.Message(_change ?? InboundChange.Created);
        return _fields.Error is { } error ? new ParsedItem { Error = error } : new ParsedItem { Message = message };
    }
}
