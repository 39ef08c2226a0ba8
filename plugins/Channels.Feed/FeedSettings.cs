using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed;

public sealed class FeedSettings
{
    [Setting("Address of the feed",
        Help = "The RSS or Atom address itself, not the page about it. It often ends in /feed, /rss or .xml.",
        Placeholder = "https://blog.example.com/feed.xml",
        Required = true)]
    public Uri? Url { get; init; }

    [Setting("Look every … minutes", Help = "Feeds that have not changed cost their site next to nothing.", Min = 1, Max = 1440)]
    public int PollMinutes { get; init; } = 15;

    [Setting("Author of posts that name none",
        Help = "Leave it empty to use the feed's own title.",
        Placeholder = "Example Forum",
        MaxLength = 200)]
    public string? AuthorName { get; init; }
}
