using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>The list <c>data.attachments</c>: each with an address from which it is fetched, or its content in base64.</summary>
internal sealed class AttachmentFields(Fields fields)
{
    private const int MaxFileName = 255;
    private const int MaxType = 127;
    private readonly List<InboundAttachment> _files = [];
    private bool _given;

    /// <summary>Null when the event says nothing of files.</summary>
    public IReadOnlyList<InboundAttachment>? Files => _given ? _files : null;

    public void Read(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            fields.Wrong(ref json, path, "must be an array.");
            return;
        }

        _given = true;
        for (var index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == InboundAttachment.MostOfMessage)
            {
                fields.Fault(path, $"must not hold more than {InboundAttachment.MostOfMessage} attachments.");
            }

            ReadItem(ref json, $"{path}[{index}]");
        }
    }

    private void ReadItem(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            fields.Wrong(ref json, path, "must be an object.");
            return;
        }

        var (file, seen) = (new InboundAttachment(), new HashSet<string>(StringComparer.Ordinal));
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonName.Read(ref json);
            json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (name.Length > 0 && !seen.Add(name))
            {
                fields.Fault($"{path}.{name}", "is given more than once.");
            }

            file = ReadField(ref json, name, path, file);
        }

        if (file.Url is null == file.Content is null)
        {
            fields.Fault(path, "must have either url or content.");
        }

        _files.Add(file);
    }

    private InboundAttachment ReadField(ref Utf8JsonReader json, string name, string path, InboundAttachment file)
    {
        switch (name)
        {
            case "name": return file with { Name = fields.Optional(ref json, $"{path}.name", MaxFileName) };
            case "type": return file with { Type = fields.Optional(ref json, $"{path}.type", MaxType) };
            case "size": return file with { Size = fields.Number(ref json, $"{path}.size", min: 0) };
            case "url": return file with { Url = fields.Url(ref json, $"{path}.url") };
            case "content": return file with { Content = Content(ref json, $"{path}.content") };
            default:
                json.Skip();
                return file;
        }
    }

    private ReadOnlyMemory<byte>? Content(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType != JsonTokenType.String || !json.TryGetBytesFromBase64(out var bytes))
        {
            fields.Wrong(ref json, path, "must be a string in base64.");
            return null;
        }

        if (bytes.Length == 0)
        {
            fields.Fault(path, "must not be empty.");
        }

        return bytes;
    }
}
