using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialCrm.Plugins.Channels.Feed.Changes;
using SocialCrm.Plugins.Channels.Feed.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Tests;

public sealed class HostileFeedTests
{
    [Theory]
    [InlineData("", "empty document")]
    [InlineData("<!DOCTYPE html><html><body>Hi</body></html>", "a web page")]
    [InlineData("<html><head/></html>", "a web page")]
    [InlineData("<rss><channel>", "not well-formed XML (line 1")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", "not well-formed XML")]
    [InlineData("<opml/>", "begins with <opml>")]
    [InlineData("<rss/>", "no channel")]
    [InlineData("<feed/>", "not Atom")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><title>&a;</title></channel></rss>", "DOCTYPE")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss/>", "DOCTYPE")]
    [InlineData("<rss><channel><title>&undeclared;</title></channel></rss>", "not well-formed XML")]
    public void What_is_no_feed_should_be_refused_with_a_sentence(string body, string expected) =>
        Assert.Contains(expected, Assert.Throws<FeedException>(() => Feeds.Read(body)).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_should_be_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Contains("deep", Assert.Throws<FeedException>(() => Feeds.Read(deep)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("<a '>'")]
    [InlineData("<b id=1><p>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&amp")]
    [InlineData("  \n ")]
    [InlineData("<a b=\"")]
    public void Text_that_is_made_to_be_slow_should_be_read_at_once(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var watch = Stopwatch.StartNew();

        HtmlText.Read(html);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Every_message_should_keep_the_contract_whatever_the_entry_holds()
    {
        var parts = Gen.Elements("", " ", "\0", "\uD800", "<b>", "&#0;", "https://x.example/", new string('x', 3000), "mailto:", "ü", "\n", "]]", "a@b.example (", "👍");
        var text = parts.ListOf().Select(string.Concat);
        Prop.ForAll(text.ArrayOf(6).ToArbitrary(), p =>
        {
            var entry = new FeedEntry(EntryKey.Of(p[0].Length > 0 ? p[0] : null, null, p[1], p[2], null), HtmlText.Read(p[1]), HtmlText.Read(p[2]), null, new FeedAuthor("name:" + p[3], p[3], p[4]), null, null);
            var message = FeedMessage.Of(entry, new FeedDocument("RSS", p[5], null, [entry]), null, false, DateTimeOffset.UnixEpoch.AddDays(20_000));
            return message.ExternalId.Length is > 0 and <= 512 && message.Revision >= 1 && message.Author!.Id.Length is > 0 and <= 512
                && (message.Author.Name?.Length ?? 0) <= 256 && message.Text.Length <= 100_000 && (message.Thread?.Length ?? 1) is > 0 and <= 512;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_bytes_should_be_read_or_refused_and_never_fail_otherwise() =>
        Prop.ForAll<byte[]>(noise =>
        {
            byte[][] bodies = [noise, [.. Encoding.UTF8.GetBytes("<rss><channel><item><title>"), .. noise], Encoding.UTF8.GetBytes(Feeds.Rss(Feeds.Item("1", $"<![CDATA[{Encoding.Latin1.GetString(noise)}]]>")))];
            foreach (var body in bodies)
            {
                try
                {
                    FeedReader.Read(body, null, Feeds.Address);
                }
                catch (FeedException)
                {
                    // Refused with a sentence.
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_cursor_should_be_read_or_count_as_none() =>
        Prop.ForAll<string>(text => FeedCursor.Read(text, Feeds.Address).Seen.Count == 0 && FeedCursor.Read($"feed 1\n{Feeds.Address}\n\n\n\n{text}", Feeds.Address) is not null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Cursor_should_stay_within_its_limit_and_come_back_as_it_was()
    {
        var seen = Enumerable.Range(1, FeedCursor.MostSeen).Select(i => new SeenEntry((ulong)i * 7919, ulong.MaxValue - (ulong)i)).ToArray();
        var cursor = new FeedCursor(Feeds.Address.AbsoluteUri, new string('e', 1024), new string('m', 1024), new Uri("https://x.example/" + new string('p', 2000)), seen);

        var written = cursor.Write();
        Assert.InRange(written.Length, 1, PollResult.MaxCursorLength);
        Assert.Equal(written, FeedCursor.Read(written, Feeds.Address).Write());
    }
}
