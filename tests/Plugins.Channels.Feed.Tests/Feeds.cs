using System.Text;
using SocialCrm.Plugins.Channels.Feed.Reading;

namespace SocialCrm.Plugins.Channels.Feed.Tests;

/// <summary>Feeds as tests write them.</summary>
internal static class Feeds
{
    public static readonly Uri Address = new("https://blog.example.com/feed.xml");

    public static FeedDocument Fixture(string name) => FeedReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", name)), null, Address);

    public static FeedDocument Read(string xml, string? charset = null) => FeedReader.Read(Encoding.UTF8.GetBytes(xml), charset, Address);

    public static string Rss(string items) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Forum</title>{items}</channel></rss>";

    public static string Item(string id, string text = "words", string more = "") => $"<item><guid>{id}</guid><description>{text}</description>{more}</item>";
}
