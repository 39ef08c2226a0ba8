using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed;

public sealed class FeedPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) =>
        plugin.AddChannel<FeedConnector, FeedSettings>(new ChannelDescriptor
        {
            Id = "feed",
            Name = "RSS or Atom feed",
            Description = "Follows a blog, forum, review page or news site: what it publishes arrives here, and so do its corrections.",
            IdentityScope = IdentityScope.Channel,
            PollInterval = TimeSpan.FromMinutes(15),
            MinimumPollInterval = TimeSpan.FromMinutes(1),
        });
}
