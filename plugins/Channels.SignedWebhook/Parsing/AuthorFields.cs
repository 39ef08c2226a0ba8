using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>The fields of <c>data.author</c>.</summary>
internal sealed class AuthorFields(Fields fields)
{
    private const int FirstField = 32;
    private string? _id;
    private string? _handle;
    private string? _name;
    private long? _followers;

    public MessageAuthor? Author => _id is null ? null : new MessageAuthor { Id = _id, Handle = _handle, Name = _name, Followers = _followers };

    public void Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonName.Read(ref json);
            json.Read();
            if (json.TokenType != JsonTokenType.Null)
            {
                ReadField(name, ref json);
            }
        }
    }

    private void ReadField(string name, ref Utf8JsonReader json)
    {
        switch (name)
        {
            case "id":
                fields.Once(FirstField, "data.author.id");
                _id = fields.Id(ref json, "data.author.id");
                break;
            case "handle":
                fields.Once(FirstField + 1, "data.author.handle");
                _handle = WithoutAt(fields.Optional(ref json, "data.author.handle", Fields.MaxName));
                break;
            case "name":
                fields.Once(FirstField + 2, "data.author.name");
                _name = fields.Optional(ref json, "data.author.name", Fields.MaxName);
                break;
            case "followers":
                fields.Once(FirstField + 3, "data.author.followers");
                _followers = fields.Number(ref json, "data.author.followers", min: 0);
                break;
            default:
                json.Skip();
                break;
        }
    }

    private static string? WithoutAt(string? handle) => handle is ['@', _, ..] ? handle[1..] : handle;
}
