using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialCrm.Plugins.Channels.SignedWebhook.Parsing;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Tests;

public sealed class HostileBodyTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "12", "-1", "1e999", "\"type\"", "\"message\"", "\"deleted\"", "\"data\"",
        "\"id\"", "\"author\"", "\"text\"", "\"at\"", "\"2026-01-01T00:00:00Z\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\uFEFF", " ", "\0",
        "\"followers\"", "\"revision\"", "{\"type\":\"message\",\"data\":{\"id\":\"1\",\"author\":{\"id\":\"u\"},\"text\":\"t\"}}",
    ];

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("\\udc00 end", "\uFFFD end")]
    [InlineData("a\\ud83d\\ud83d\\ude00b", "a\uFFFD😀b")]
    [InlineData("nul\\u0000!", "nul\uFFFD!")]
    [InlineData("\\\\ud800 \\/ \\b\\f\\n\\r\\t \\\"é\\u00e9", "\\ud800 / \b\f\n\r\t \"éé")]
    public void Lone_surrogates_and_nul_should_become_the_replacement_character(string escaped, string expected) =>
        Assert.Equal(expected, Assert.Single(Read($"{{\"type\":\"message\",\"data\":{{\"id\":\"1\",\"author\":{{\"id\":\"u\"}},\"text\":\"{escaped}\"}}}}").Items).Message!.Text);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{} {}")]
    [InlineData("[{}")]
    [InlineData("{'type':'message'}")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("// comment\n{}")]
    public void Body_that_is_not_the_JSON_we_take_should_be_refused_as_a_whole(string body)
    {
        var parsed = Read(body);
        Assert.Equal("", parsed.Error!.Field);
        Assert.Empty(parsed.Items);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_should_be_told_apart() =>
        Assert.Equal("The body is not UTF-8.", BodyReader.Read([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']).Error!.Message);

    [Fact]
    public void Byte_order_mark_should_be_passed_over() =>
        Assert.Null(Read("\uFEFF{\"type\":\"deleted\",\"data\":{\"id\":\"1\"}}").Error);

    [Fact]
    public void Deep_nesting_should_be_refused_even_in_fields_we_do_not_know() =>
        Assert.Equal("", Read($"{{\"type\":\"deleted\",\"data\":{{\"id\":\"1\",\"x\":{new string('[', 5_000)}{new string(']', 5_000)}}}}}").Error!.Field);

    [Fact]
    public void Name_with_a_lone_surrogate_should_be_passed_over() =>
        Assert.Null(Read("""{"\ud800":1,"type":"deleted","data":{"id":"1","\udc00\ud800":{}}}""").Error);

    [Fact]
    public void Any_bytes_should_be_read_or_refused_but_never_throw() =>
        Prop.ForAll<byte[]>(bytes => Holds(BodyReader.Read(bytes))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_heap_of_JSON_should_be_read_or_refused_but_never_throw()
    {
        var heaps = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(heaps, heap => Holds(Read(heap))));
    }

    [Fact]
    public void Any_text_should_come_through_as_valid_Unicode() =>
        Prop.ForAll<string>(text =>
        {
            var escaped = string.Concat((text ?? "").Select(c => $"\\u{(int)c:x4}"));
            var read = Assert.Single(Read($"{{\"type\":\"message\",\"data\":{{\"id\":\"1\",\"author\":{{\"id\":\"u\"}},\"text\":\"{escaped}\"}}}}").Items).Message!.Text;
            return read == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace('\0', '\uFFFD');
        }).QuickCheckThrowOnFailure();

    // The contract of the SDK: an error for the whole and no items, or items that each are one or the other.
    private static bool Holds(ParsedRequest parsed) => parsed.Error is not null
        ? parsed.Items.Count == 0 && parsed.Error.Message.Length > 0
        : parsed.Items.Count is > 0 and <= 500 && parsed.Items.All(i => i.Message is null != i.Error is null);

    private static ParsedRequest Read(string body) => BodyReader.Read(Encoding.UTF8.GetBytes(body));
}
