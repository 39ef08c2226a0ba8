using System.Net;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Tests;

public sealed class PollingTests
{
    [Fact]
    public async Task Unchanged_feed_should_be_asked_for_with_its_validators_and_cost_nothing()
    {
        using var site = new Site().Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("1")), ("ETag", "W/\"a b\""), ("Last-Modified", "Tue, 03 Mar 2026 09:12:44 GMT")).Answers(HttpStatusCode.NotModified);

        Assert.Single((await site.PollAsync()).Messages);
        var again = await site.PollAsync();

        Assert.Equal((PollStatus.NotModified, null), (again.Status, again.Cursor));
        Assert.Equal("W/\"a b\"", Assert.Single(site.Requests[1].Headers.GetValues("If-None-Match")));
        Assert.Equal("Tue, 03 Mar 2026 09:12:44 GMT", Assert.Single(site.Requests[1].Headers.GetValues("If-Modified-Since")));
        Assert.Equal(TimeSpan.FromMinutes(15), again.NextPollAfter);
    }

    [Fact]
    public async Task Only_what_is_new_or_changed_should_come_with_revisions_that_grow()
    {
        using var site = new Site()
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("2") + Feeds.Item("1")))
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("3") + Feeds.Item("2", "other words")))
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("3") + Feeds.Item("2", "third words") + Feeds.Item("1")))
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("3") + Feeds.Item("2", "third words") + Feeds.Item("1")));

        var first = await site.PollAsync();
        Assert.Equal([("1", 1L), ("2", 1L)], first.Messages.Select(m => (m.ExternalId, m.Revision)));
        var second = await site.PollAsync();
        Assert.Equal([("2", InboundChange.Edited), ("3", InboundChange.Created)], second.Messages.Select(m => (m.ExternalId, m.Change)));
        site.Now += TimeSpan.FromMinutes(15);
        var third = Assert.Single((await site.PollAsync()).Messages);
        Assert.Equal(("2", "third words"), (third.ExternalId, third.Text));
        Assert.True(third.Revision > second.Messages[0].Revision && second.Messages[0].Revision > 1);
        var fourth = await site.PollAsync();
        Assert.Empty(fourth.Messages);
        Assert.Null(fourth.Cursor);
    }

    [Fact]
    public async Task Author_should_be_the_feed_where_a_post_names_none_and_stay_the_same()
    {
        using var site = new Site().Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("1") + Feeds.Item("2", more: "<author>ann@example.com (Ann)</author>")));

        var messages = (await site.PollAsync()).Messages;

        Assert.Equal([("mailto:ann@example.com", "Ann"), ("feed", "Forum")], messages.Select(m => (m.Author!.Id, m.Author.Name)));
    }

    [Fact]
    public async Task Permanent_redirect_should_be_noted_and_a_passing_one_not()
    {
        using var site = new Site()
            .Answers(HttpStatusCode.MovedPermanently, "", ("Location", "/new.xml"))
            .Answers(HttpStatusCode.Found, "", ("Location", "https://cdn.example.com/x"))
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("1")))
            .Answers(HttpStatusCode.NotModified)
            .Answers(HttpStatusCode.NotFound)
            .Answers(HttpStatusCode.OK, Feeds.Rss(Feeds.Item("1")));

        Assert.Contains("https://blog.example.com/new.xml", (await site.PollAsync()).Notice!, StringComparison.Ordinal);
        await site.PollAsync();
        Assert.Equal(PollStatus.Ok, (await site.PollAsync()).Status);

        Assert.Equal(
            ["/feed.xml", "/new.xml", "/x", "/new.xml", "/new.xml", "/feed.xml"], site.Requests.Select(r => r.RequestUri!.AbsolutePath));
    }

    [Theory]
    [InlineData("http://blog.example.com/feed.xml", "unprotected")]
    [InlineData("file:///etc/passwd", "redirects to nowhere")]
    [InlineData("/feed.xml", "more than 5 times")]
    public async Task Redirect_that_leads_astray_should_not_be_followed(string location, string expected)
    {
        using var site = new Site();
        for (var i = 0; i < 6; i++)
        {
            site.Answers(HttpStatusCode.MovedPermanently, "", ("Location", location));
        }

        var result = await site.PollAsync();

        Assert.Equal(PollStatus.Failed, result.Status);
        Assert.Contains(expected, result.Reason!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, PollStatus.CredentialsRejected, null)]
    [InlineData(410, PollStatus.Gone, null)]
    [InlineData(429, PollStatus.RateLimited, 120)]
    [InlineData(503, PollStatus.Failed, 120)]
    [InlineData(404, PollStatus.Failed, null)]
    public async Task Answer_should_say_what_becomes_of_the_channel(int status, PollStatus expected, int? wait)
    {
        using var site = new Site().Answers((HttpStatusCode)status, "", wait is null ? [] : [("Retry-After", $"{wait}")]);

        var result = await site.PollAsync();

        Assert.Equal((expected, wait), (result.Status, (int?)result.RetryAfter?.TotalSeconds));
        Assert.Contains($"({status})", result.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_on_the_way_should_be_a_failure_with_a_sentence()
    {
        using var site = new Site()
            .Throws(new AddressRefusedException("That is a private address."))
            .Throws(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded))
            .Throws(new HttpRequestException(HttpRequestError.NameResolutionError))
            .Throws(new TaskCanceledException())
            .Answers(HttpStatusCode.OK, "<rss>");
        string[] reasons = ["private address", "larger than 1 MiB", "could not be reached", "did not answer in time", "not well-formed"];

        foreach (var expected in reasons)
        {
            var result = await site.PollAsync();
            Assert.Equal(PollStatus.Failed, result.Status);
            Assert.Contains(expected, result.Reason!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Feed_with_more_than_a_batch_should_come_in_parts_and_be_asked_for_whole()
    {
        var body = Feeds.Rss(string.Concat(Enumerable.Range(0, 700).Select(i => Feeds.Item($"{699 - i}"))));
        using var site = new Site().Answers(HttpStatusCode.OK, body, ("ETag", "\"1\"")).Answers(HttpStatusCode.OK, body, ("ETag", "\"1\"")).Answers(HttpStatusCode.NotModified);

        var (first, second) = (await site.PollAsync(), await site.PollAsync());
        await site.PollAsync();

        Assert.Equal((500, true, 200, false), (first.Messages.Count, first.HasMore, second.Messages.Count, second.HasMore));
        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"{i}"), first.Messages.Concat(second.Messages).Select(m => m.ExternalId));
        Assert.Equal([false, false, true], site.Requests.Select(r => r.Headers.Contains("If-None-Match")));
    }
}
