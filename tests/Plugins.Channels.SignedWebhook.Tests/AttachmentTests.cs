using System.Text;
using System.Text.Json;
using SocialCrm.Plugins.Channels.SignedWebhook.Parsing;
using SocialCrm.Plugins.Channels.SignedWebhook.Sending;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Tests;

public sealed class AttachmentTests
{
    [Fact]
    public void Files_should_be_read_by_address_or_content()
    {
        var files = Parse("""[{"name":"a.png","type":"image/png","size":12,"url":"https://cdn.example.com/a","new":1,"newer":2},{"name":null,"content":"aGk="}]""").Message!.Attachments!;

        Assert.Equal(new InboundAttachment { Name = "a.png", Type = "image/png", Size = 12, Url = "https://cdn.example.com/a" }, files[0]);
        Assert.Equal((null, "hi"), (files[1].Name, Encoding.UTF8.GetString(files[1].Content!.Value.Span)));
    }

    [Fact]
    public void Message_should_tell_no_files_from_nothing_said_of_files()
    {
        Assert.Null(Parse("null").Message!.Attachments);
        Assert.Null(BodyReader.Read("""{"type":"message","data":{"id":"1","author":{"id":"u"},"text":"t"}}"""u8).Items[0].Message!.Attachments);
        Assert.Empty(Parse("[]").Message!.Attachments!);
    }

    [Theory]
    [InlineData("{}", "data.attachments")]
    [InlineData("[1]", "data.attachments[0]")]
    [InlineData("[{}]", "data.attachments[0]")]
    [InlineData("""[{"name":"x"}]""", "data.attachments[0]")]
    [InlineData("""[{"url":"https://a","content":"aGk="}]""", "data.attachments[0]")]
    [InlineData("""[{"url":"https://a"},{"url":"javascript:alert(1)"}]""", "data.attachments[1].url")]
    [InlineData("""[{"url":"file:///etc/passwd"}]""", "data.attachments[0].url")]
    [InlineData("""[{"url":"https://a","url":"https://b"}]""", "data.attachments[0].url")]
    [InlineData("""[{"content":"not base64!"}]""", "data.attachments[0].content")]
    [InlineData("""[{"content":""}]""", "data.attachments[0].content")]
    [InlineData("""[{"content":["aGk="]}]""", "data.attachments[0].content")]
    [InlineData("""[{"url":"https://a","size":-1}]""", "data.attachments[0].size")]
    [InlineData("""[{"url":"https://a","name":{"x":[1]}}]""", "data.attachments[0].name")]
    [InlineData("""[{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"},{"url":"1"}]""", "data.attachments", "https://a")]
    public void Wrong_file_should_be_refused_with_its_path(string json, string path, string one = "1")
    {
        var parsed = BodyReader.Read(Encoding.UTF8.GetBytes($$$"""{"type":"message","data":{"id":"1","author":{"id":"u"},"text":"t","attachments":{{{json.Replace("\"1\"", $"\"{one}\"", StringComparison.Ordinal)}}}}}"""));

        Assert.Equal(path, parsed.Error?.Field);
    }

    [Fact]
    public void Reply_should_name_its_files_and_where_they_are_fetched()
    {
        var until = new DateTime(2026, 5, 4, 10, 30, 0, DateTimeKind.Utc);
        var message = new OutboundMessage
        {
            IdempotencyKey = "k",
            Id = "i",
            Conversation = "c",
            RecipientId = "u",
            Text = "",
            At = until,
            Attachments = [new OutboundAttachment { Name = "Übersicht.pdf", Type = "application/pdf", Size = 7, Handle = "secret-handle", Url = "https://crm.example.com/media/x", UrlExpiresAt = until }],
        };

        var body = ReplyBody.Write(message);

        using var json = JsonDocument.Parse(body);
        var file = Assert.Single(json.RootElement.GetProperty("data").GetProperty("attachments").EnumerateArray());
        Assert.Equal(("Übersicht.pdf", "application/pdf", 7), (file.GetProperty("name").GetString(), file.GetProperty("type").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal(("https://crm.example.com/media/x", "2026-05-04T10:30:00Z"), (file.GetProperty("url").GetString(), file.GetProperty("urlExpiresAt").GetString()));
        Assert.DoesNotContain("secret-handle", Encoding.UTF8.GetString(body));
    }

    private static ParsedItem Parse(string attachments)
    {
        var parsed = BodyReader.Read(Encoding.UTF8.GetBytes($$$"""{"type":"message","data":{"id":"1","author":{"id":"u"},"text":"t","attachments":{{{attachments}}}}}"""));
        Assert.Null(parsed.Error);
        return parsed.Items[0];
    }
}
