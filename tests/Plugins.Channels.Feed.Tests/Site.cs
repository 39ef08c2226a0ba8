using System.Net;
using System.Text;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Feed.Tests;

/// <summary>A site that answers as a test says, and the connector that reads it.</summary>
internal sealed class Site : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = new();

    public Site() => Connector = new FeedConnector(
        new ChannelContext<FeedSettings> { ChannelId = "c", Settings = new FeedSettings { Url = Feeds.Address }, Http = new HttpClient(this) }, new Clock(this));

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public FeedConnector Connector { get; }

    public List<HttpRequestMessage> Requests { get; } = [];

    public string? Cursor { get; set; }

    public Site Answers(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach (var (name, value) in headers)
            {
                if (!response.Headers.TryAddWithoutValidation(name, value))
                {
                    response.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }

            return response;
        });
        return this;
    }

    public Site Throws(Exception error)
    {
        _answers.Enqueue(_ => throw error);
        return this;
    }

    /// <summary>Polls with the cursor of the last time.</summary>
    public async Task<PollResult> PollAsync()
    {
        var result = await Connector.PollAsync(Cursor, CancellationToken.None);
        Cursor = result.Cursor ?? Cursor;
        return result;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(_answers.Dequeue()(request));
    }

    private sealed class Clock(Site site) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => site.Now;
    }
}
