using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>The fields of <c>data</c>.</summary>
internal sealed class MessageFields(Fields fields)
{
    private static readonly string[] Names = ["id", "revision", "kind", "author", "thread", "inReplyTo", "text", "url", "public", "at", "attachments", "direction"];
    private static readonly string[] Paths = [.. Names.Select(name => $"data.{name}")];
    private const int FirstField = 2;
    private readonly AuthorFields _author = new(fields);
    private readonly AttachmentFields _attachments = new(fields);
    private string? _id;
    private long? _revision;
    private MessageKind? _kind;
    private string? _thread;
    private string? _inReplyTo;
    private string? _text;
    private string? _url;
    private bool? _public;
    private DateTime? _at;
    private MessageDirection _direction;

    public void Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Array.IndexOf(Names, JsonName.Read(ref json));
            json.Read();
            if (field < 0)
            {
                json.Skip();
            }
            else if (json.TokenType != JsonTokenType.Null)
            {
                fields.Once(FirstField + field, Paths[field]);
                ReadField(Names[field], Paths[field], ref json);
            }
        }
    }

    public InboundMessage? Message(InboundChange change)
    {
        Require(_id, "data.id");
        if (change != InboundChange.Deleted)
        {
            RequireSender();
            Require(_text, "data.text");
        }

        return fields.Error is not null ? null : new InboundMessage
        {
            Change = change,
            ExternalId = _id!,
            Revision = _revision ?? 1,
            Direction = _direction,
            Kind = _kind ?? MessageKind.Comment,
            Author = _author.Author,
            Thread = _thread,
            InReplyTo = _inReplyTo,
            Text = change == InboundChange.Deleted ? "" : _text!,
            Url = _url,
            IsPublic = _public ?? true,
            OccurredAt = _at,
            Attachments = change == InboundChange.Deleted ? null : _attachments.Files,
        };
    }

    private void ReadField(string name, string path, ref Utf8JsonReader json)
    {
        switch (name)
        {
            case "id": _id = fields.Id(ref json, path); break;
            case "revision": _revision = fields.Number(ref json, path, min: 1); break;
            case "kind": _kind = Kind(ref json, path); break;
            case "author": ReadAuthor(ref json, path); break;
            case "thread": _thread = fields.Optional(ref json, path, Fields.MaxId); break;
            case "inReplyTo": _inReplyTo = fields.Optional(ref json, path, Fields.MaxId); break;
            case "text": _text = fields.Text(ref json, path, Fields.MaxText); break;
            case "url": _url = fields.Url(ref json, path); break;
            case "public": _public = fields.Flag(ref json, path); break;
            case "attachments": _attachments.Read(ref json, path); break;
            case "at": _at = fields.Time(ref json, path); break;
            default: _direction = Direction(ref json, path); break;
        }
    }

    private void ReadAuthor(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            _author.Read(ref json);
        }
        else
        {
            fields.Wrong(ref json, path, "must be an object.");
        }
    }

    private MessageKind? Kind(ref Utf8JsonReader json, string path)
    {
        MessageKind? kind = json.TokenType != JsonTokenType.String ? null : JsonText.Read(ref json) switch
        {
            "post" => MessageKind.Post,
            "comment" => MessageKind.Comment,
            "reply" => MessageKind.Reply,
            "mention" => MessageKind.Mention,
            "direct" => MessageKind.Direct,
            "review" => MessageKind.Review,
            _ => null,
        };
        if (kind is null)
        {
            fields.Wrong(ref json, path, "must be post, comment, reply, mention, direct or review.");
        }

        return kind;
    }

    private MessageDirection Direction(ref Utf8JsonReader json, string path)
    {
        MessageDirection? direction = json.TokenType != JsonTokenType.String ? null : JsonText.Read(ref json) switch
        {
            "inbound" => MessageDirection.Inbound,
            "outbound" => MessageDirection.Outbound,
            _ => null,
        };
        if (direction is null)
        {
            fields.Wrong(ref json, path, "must be inbound or outbound.");
        }

        return direction ?? MessageDirection.Inbound;
    }

    // What the organisation said belongs to the customer whom it answers, so that its author says nothing.
    private void RequireSender()
    {
        if (_direction == MessageDirection.Inbound)
        {
            Require(_author.Author, "data.author.id");
        }
        else if (_inReplyTo is null && _thread is null)
        {
            fields.Fault("data.inReplyTo", "is missing: a message of yours needs inReplyTo or thread, to tell whom it answers.");
        }
    }

    private void Require(object? value, string path)
    {
        if (value is null)
        {
            fields.Fault(path, "is missing.");
        }
    }
}
