using System.Text;
using SocialCrm.Plugins.Channels.SignedWebhook.Parsing;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Tests;

public sealed class ParsingTests
{
    [Fact]
    public void Full_message_should_be_read_with_all_its_fields()
    {
        var message = Assert.Single(Read(Fixture("message.json")).Items).Message!;

        Assert.Equal(
            new InboundMessage
            {
                Change = InboundChange.Created,
                ExternalId = "post-4711",
                Revision = 2,
                Kind = MessageKind.Mention,
                Author = new MessageAuthor { Id = "u-17", Handle = "ana", Name = "Ana Lima", Followers = 1204 },
                Thread = "t-9",
                InReplyTo = "post-4700",
                Text = "Café closed again 😡\nwhy?",
                Url = "https://forum.example.com/t/9#4711",
                IsPublic = false,
                OccurredAt = new DateTime(2026, 5, 4, 9, 30, 0, 250, DateTimeKind.Utc),
            },
            message);
        Assert.Equal(DateTimeKind.Utc, message.OccurredAt!.Value.Kind);
    }

    [Fact]
    public void Least_message_should_get_the_defaults()
    {
        var message = Assert.Single(Read("""{"type":"message","data":{"id":"1","author":{"id":"u","handle":null},"text":"","thread":null,"at":null,"revision":null}}""").Items).Message!;

        Assert.Equal(new InboundMessage { ExternalId = "1", Author = new MessageAuthor { Id = "u" } }, message);
    }

    [Fact]
    public void Each_message_of_an_array_should_be_read_or_refused_by_itself()
    {
        var parsed = Read(Fixture("batch.json"));

        Assert.True(parsed.IsBatch);
        Assert.Equal(
            ["a", "a", "[2].data.author.id", "a", "[4]", "[5].data.id"],
            parsed.Items.Select(i => i.Message?.ExternalId ?? i.Error!.Field));
        Assert.Equal(InboundChange.Deleted, parsed.Items[3].Message!.Change);
        Assert.Null(parsed.Items[3].Message!.Author);
    }

    [Theory]
    [InlineData("""{}""", "type")]
    [InlineData("""{"type":"posted","data":{}}""", "type")]
    [InlineData("""{"type":["message"],"data":{"id":"1","author":{"id":"u"},"text":"t"}}""", "type")]
    [InlineData("""{"type":"message"}""", "data")]
    [InlineData("""{"type":"message","data":[1,{"id":2}]}""", "data")]
    [InlineData("""{"type":"message","data":null}""", "data")]
    public void Envelope_of_the_wrong_shape_should_be_refused(string body, string field) => Assert.Equal(field, Read(body).Error!.Field);

    [Theory]
    [InlineData("\"id\":null", "data.id")]
    [InlineData("\"id\":\"\"", "data.id")]
    [InlineData("\"id\":12", "data.id")]
    [InlineData("\"revision\":0", "data.revision")]
    [InlineData("\"revision\":1.5", "data.revision")]
    [InlineData("\"revision\":\"2\"", "data.revision")]
    [InlineData("\"revision\":99999999999999999999", "data.revision")]
    [InlineData("\"kind\":\"Post\"", "data.kind")]
    [InlineData("\"kind\":{\"a\":[1]}", "data.kind")]
    [InlineData("\"author\":\"u\"", "data.author")]
    [InlineData("\"author\":null", "data.author.id")]
    [InlineData("\"author\":{}", "data.author.id")]
    [InlineData("\"author\":{\"id\":\"u\",\"followers\":-1}", "data.author.followers")]
    [InlineData("\"author\":{\"id\":\"u\",\"followers\":\"12\"}", "data.author.followers")]
    [InlineData("\"author\":{\"id\":\"u\",\"name\":false}", "data.author.name")]
    [InlineData("\"thread\":5", "data.thread")]
    [InlineData("\"inReplyTo\":{}", "data.inReplyTo")]
    [InlineData("\"text\":null", "data.text")]
    [InlineData("\"text\":[]", "data.text")]
    [InlineData("\"url\":\"javascript:alert(1)\"", "data.url")]
    [InlineData("\"url\":\"/relative\"", "data.url")]
    [InlineData("\"public\":\"yes\"", "data.public")]
    [InlineData("\"at\":\"2026-05-04T11:30:00\"", "data.at")]
    [InlineData("\"at\":\"2026-05-04\"", "data.at")]
    [InlineData("\"at\":\"yesterday\"", "data.at")]
    [InlineData("\"at\":\"2026-13-04T11:30:00Z\"", "data.at")]
    [InlineData("\"at\":\"0001-01-01T00:00:00+14:00\"", "data.at")]
    [InlineData("\"at\":1714815000", "data.at")]
    [InlineData("\"direction\":\"sideways\"", "data.direction")]
    [InlineData("\"direction\":1", "data.direction")]
    [InlineData("\"direction\":\"outbound\"", "data.inReplyTo")]
    public void Field_of_the_wrong_shape_should_be_refused_with_its_path(string field, string path)
    {
        var name = field[1..field.IndexOf('"', 1)];
        var others = new Dictionary<string, string> { ["id"] = "\"1\"", ["author"] = "{\"id\":\"u\"}", ["text"] = "\"t\"" };
        others.Remove(name);

        var parsed = Read($"{{\"type\":\"message\",\"data\":{{{string.Join(',', others.Select(o => $"\"{o.Key}\":{o.Value}").Append(field))}}}}}");

        Assert.Equal(path, parsed.Error?.Field);
        Assert.False(string.IsNullOrWhiteSpace(parsed.Error!.Message));
    }

    [Theory]
    [InlineData("\"inReplyTo\":\"m-1\"")]
    [InlineData("\"thread\":\"t-1\"")]
    [InlineData("\"thread\":\"t-1\",\"author\":{\"id\":\"acme\"}")]
    public void Message_of_the_organisation_should_need_no_author_but_say_what_it_belongs_to(string fields)
    {
        var message = Assert.Single(Read($"{{\"type\":\"message\",\"data\":{{\"id\":\"1\",\"text\":\"t\",\"direction\":\"outbound\",{fields}}}}}").Items).Message!;

        Assert.Equal(MessageDirection.Outbound, message.Direction);
    }

    [Theory]
    [InlineData("2020-04-01T17:31:32+0000")]
    [InlineData("2020-04-01T17:31:32Z")]
    [InlineData("2020-04-01T17:31Z")]
    [InlineData("2020-04-01T17:31:32.123456789Z")]
    [InlineData("2020-04-01T12:01:32-05:30")]
    public void Time_with_an_offset_should_be_read_as_UTC(string at)
    {
        var occurredAt = Assert.Single(Read($$$"""{"type":"message","data":{"id":"1","author":{"id":"u"},"text":"t","at":"{{{at}}}"}}""").Items).Message!.OccurredAt!.Value;

        Assert.Equal((DateTimeKind.Utc, 17, 31), (occurredAt.Kind, occurredAt.Hour, occurredAt.Minute));
    }

    [Theory]
    [InlineData("id", 512)]
    [InlineData("thread", 512)]
    [InlineData("inReplyTo", 512)]
    [InlineData("text", 100_000)]
    public void Text_should_be_taken_up_to_its_limit_and_no_further(string field, int limit)
    {
        Assert.Null(Read(With(field, limit)).Error);
        Assert.Equal($"data.{field}", Read(With(field, limit + 1)).Error!.Field);

        static string With(string field, int length)
        {
            var fields = new Dictionary<string, string> { ["id"] = "1", ["text"] = "t", [field] = new string('x', length) };
            return $"{{\"type\":\"message\",\"data\":{{\"author\":{{\"id\":\"u\"}},{string.Join(',', fields.Select(f => $"\"{f.Key}\":\"{f.Value}\""))}}}}}";
        }
    }

    [Fact]
    public void Field_given_twice_should_be_refused() =>
        Assert.Equal("data.text", Read("""{"type":"message","data":{"id":"1","text":"a","author":{"id":"u"},"text":"b"}}""").Error!.Field);

    [Fact]
    public void Name_written_with_escapes_should_be_the_same_name() =>
        Assert.Equal("t", Assert.Single(Read("""{"\u0074ype":"message","d\u0061ta":{"id":"1","author":{"id":"u"},"te\u0078t":"t"}}""").Items).Message!.Text);

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void Array_of_none_or_too_many_should_be_refused_as_a_whole(int count) =>
        Assert.Equal("", Read($"[{string.Join(',', Enumerable.Repeat("{\"type\":\"deleted\",\"data\":{\"id\":\"1\"}}", count))}]").Error!.Field);

    [Fact]
    public void Array_of_500_should_be_taken() =>
        Assert.Equal(500, Read($"[{string.Join(',', Enumerable.Repeat("{\"type\":\"deleted\",\"data\":{\"id\":\"1\"}}", 500))}]").Items.Count);

    private static ParsedRequest Read(string body) => BodyReader.Read(Encoding.UTF8.GetBytes(body));

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
}
