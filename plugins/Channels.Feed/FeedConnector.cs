using SocialCrm.Plugins.Channels.Feed.Changes;
using SocialCrm.Plugins.Channels.Feed.Fetching;
using SocialCrm.Plugins.Channels.Feed.Reading;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed;

/// <summary>One feed. Keeps nothing between polls: what it has seen is in the cursor.</summary>
public sealed class FeedConnector(ChannelContext<FeedSettings> channel, TimeProvider time) : IPollingChannel
{
    private readonly FeedFetcher _fetcher = new(channel.Http, time);

    public async ValueTask<ChannelCheck> CheckAsync(CancellationToken cancellationToken)
    {
        if (channel.Settings.Url is not { } url)
        {
            return new ChannelCheck(false, "Enter the address of the feed.");
        }

        var answer = await _fetcher.FetchAsync(url, FeedCursor.Start(url), cancellationToken);
        if (answer.Feed is not { } feed)
        {
            return new ChannelCheck(false, answer.Problem?.Reason ?? "The site said that nothing has changed, although we had asked for everything.");
        }

        try
        {
            var document = FeedReader.Read(feed.Body, feed.Charset, feed.Address);
            var moved = feed.Moved is null ? "" : $" {MovedTo(feed.Moved)}";
            var title = document.Title is { } name ? $" \"{name}\"" : "";
            return new ChannelCheck(true, $"Found the {document.Format} feed{title} with {Counted(document)}.{moved}");
        }
        catch (FeedException error)
        {
            return new ChannelCheck(false, error.Message);
        }
    }

    public async ValueTask<PollResult> PollAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (channel.Settings.Url is not { } url)
        {
            return PollResult.Failed("The channel has no address. Enter the feed's address in its settings.");
        }

        var known = FeedCursor.Read(cursor, url);
        var answer = await _fetcher.FetchAsync(url, known, cancellationToken);
        if (answer.Problem is { } problem)
        {
            return problem;
        }

        var interval = TimeSpan.FromMinutes(channel.Settings.PollMinutes);
        return answer.Feed is not { } feed
            ? PollResult.NotModified() with { NextPollAfter = interval, Notice = known.Moved is { } old ? MovedTo(old) : null }
            : Read(feed, known, cursor) with { NextPollAfter = interval };
    }

    private PollResult Read(FetchedFeed feed, FeedCursor known, string? before)
    {
        try
        {
            var document = FeedReader.Read(feed.Body, feed.Charset, feed.Address);
            var changes = FeedChanges.Since(document, known, channel.Settings.AuthorName, time.GetUtcNow());

            // While more is waiting the feed must come whole again, so it is asked for without its validators.
            var next = changes.HasMore
                ? changes.Cursor with { ETag = null, LastModified = null, Moved = feed.Moved }
                : changes.Cursor with { ETag = feed.ETag, LastModified = feed.LastModified, Moved = feed.Moved };
            var after = next.Write();
            return PollResult.Ok(changes.Messages, after == before ? null : after) with
            {
                HasMore = changes.HasMore,
                Raw = changes.Messages.Count > 0 ? feed.Body : default,
                RawContentType = feed.MediaType,
                Notice = feed.Moved is { } moved ? MovedTo(moved) : null,
            };
        }
        catch (FeedException error)
        {
            return PollResult.Failed(error.Message);
        }
    }

    private static string MovedTo(Uri moved) => $"The feed has moved for good to {moved}, and is read there. Enter the new address in the settings.";

    private static string Counted(FeedDocument document) => document.Entries.Count switch
    {
        0 => "no item yet",
        1 => "1 item",
        var count => $"{count} items",
    };
}
