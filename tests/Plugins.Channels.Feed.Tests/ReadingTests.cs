using System.Text;
using SocialCrm.Plugins.Channels.Feed.Reading;

namespace SocialCrm.Plugins.Channels.Feed.Tests;

public sealed class ReadingTests
{
    private static DateTime Utc(int year, int month, int day, int hour, int minute, double second = 0) =>
        new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).AddSeconds(second);

    [Fact]
    public void Rss_2_should_be_read_with_the_modules_that_blogs_use()
    {
        var feed = Feeds.Fixture("rss2.xml");

        Assert.Equal(("RSS", "Hill & Vale – News", "https://blog.example.com/", 3), (feed.Format, feed.Title, feed.Link, feed.Entries.Count));
        var first = feed.Entries[0];
        Assert.Equal(("https://blog.example.com/?p=42", "Parcels late again", "https://blog.example.com/2026/03/late/"), (first.Id, first.Title, first.Link));
        Assert.Equal("First line,\nsecond line.\n\n- one\n- two & three\n\nCafé \u00A0ends.", first.Text);
        Assert.Equal((new FeedAuthor("name:jane doe", "Jane Doe", null), Utc(2026, 3, 3, 9, 11, 12)), (first.Author, first.Published));
        var second = feed.Entries[1];
        Assert.Equal(("https://blog.example.com/relative/path", "Plain words, 3 < 5.", Utc(2026, 3, 2, 13, 0)), (second.Link, second.Text, second.Published));
        Assert.Equal(new FeedAuthor("mailto:bob@example.com", "Bob", null), second.Author);
        Assert.True(feed.Entries[2] is { Author: null, Link: null, Published: null } third && third.Id.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [Fact]
    public void Rss_1_should_be_read_though_its_items_stand_beside_the_channel()
    {
        var feed = Feeds.Fixture("rss1.rdf");

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Old news", "https://old.example.org/1", "Über alles", "Käthe", Utc(2026, 1, 2, 2, 4, 5)), (feed.Title, entry.Id, entry.Title, entry.Author!.Name, entry.Published));
    }

    [Fact]
    public void Atom_should_be_read_with_bases_kinds_of_text_and_authors_of_the_feed()
    {
        var feed = Feeds.Fixture("atom.xml");

        Assert.Equal(("Atom", "Board", "https://forum.example.net/board/"), (feed.Format, feed.Title, feed.Link));
        var first = feed.Entries[0];
        Assert.Equal(("It <works> now", "Hello there\n\nمرحبا", "https://forum.example.net/board/threads/1"), (first.Title, first.Text, first.Link));
        Assert.Equal((Utc(2026, 2, 3, 16, 0), Utc(2026, 2, 3, 18, 30, 2.25)), (first.Published, first.Updated));
        Assert.Equal(new FeedAuthor("mailto:ann@example.net", "Ann", null), first.Author);
        var second = feed.Entries[1];
        Assert.Equal(("1 < 2 stays as it is: &amp;", null), (second.Text, second.Link));
        Assert.Equal(new FeedAuthor("https://forum.example.net/", "The Board", "https://forum.example.net/"), second.Author);
    }

    [Theory]
    [InlineData("iso-8859-1", null, 0xE9)]
    [InlineData(null, "windows-1252", 0xE9)]
    [InlineData("iso-8859-2", "windows-1252", 0xE9)]
    [InlineData("no-such-charset", "ISO-8859-1", 0xE9)]
    public void Charset_should_come_from_the_header_then_from_the_declaration(string? header, string? declared, byte letter)
    {
        var declaration = declared is null ? "<?xml version='1.0'?>" : $"<?xml version='1.0' encoding='{declared}'?>";
        byte[] body = [.. Encoding.ASCII.GetBytes($"{declaration}<rss><channel><item><title>caf"), letter, .. Encoding.ASCII.GetBytes("</title></item></channel></rss>")];

        Assert.Equal("café", FeedReader.Read(body, header, Feeds.Address).Entries[0].Title);
    }

    [Fact]
    public void Byte_order_mark_should_go_before_everything_else()
    {
        var text = "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>žluť</title></channel></rss>";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal("žluť", FeedReader.Read(body, "iso-8859-1", Feeds.Address).Title);
        }
    }

    [Theory]
    [InlineData("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00Z")]
    [InlineData("Wed, 2 Oct 02 13:00 PDT", "2002-10-02T20:00:00Z")]
    [InlineData("02 Oct 2002 15:00:00 +0200", "2002-10-02T13:00:00Z")]
    [InlineData("Wed, 02 October 2002 15:00:00 +02:00 (CEST)", "2002-10-02T13:00:00Z")]
    [InlineData("Wed,  2-Oct-2002 13:00:61 Z", "2002-10-02T13:00:59Z")]
    [InlineData("Mittwoch, 02 Oct 2002 14:00:00 CET", "2002-10-02T13:00:00Z")]
    [InlineData("02 Oct 2002", "2002-10-02T00:00:00Z")]
    [InlineData("2002-10-02", "2002-10-02T00:00:00Z")]
    [InlineData("2002-10-02T13:00:00", "2002-10-02T13:00:00Z")]
    [InlineData("2002-10-02T15:00:00+02:00", "2002-10-02T13:00:00Z")]
    [InlineData("31 Feb 2002 13:00:00 GMT", null)]
    [InlineData("01 Jan 1900 00:00:00 GMT", null)]
    [InlineData("01 Jan 0001 00:00:00 +1400", null)]
    [InlineData("yesterday", null)]
    public void Times_should_be_read_as_feeds_write_them(string written, string? expected) =>
        Assert.Equal(expected, FeedDate.Read(written)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));

    [Theory]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<p>one</p>\n\n\n<p>two</p>", "one\n\ntwo")]
    [InlineData("x<!-- <b>hidden</b> -->y", "xy")]
    [InlineData("<a href=\"x>y\" title='a>b'>link</a> text", "link text")]
    [InlineData("&lt;b&gt; stays", "<b> stays")]
    [InlineData("<style>p{}</style>seen<script>x</script>", "seen")]
    [InlineData("it's <i>o'clock</i>", "it's o'clock")]
    [InlineData("<script>never closed", "")]
    [InlineData("<b never closed", "<b never closed")]
    public void Html_should_become_the_words_that_a_reader_sees(string html, string expected) => Assert.Equal(expected, HtmlText.Read(html));
}
