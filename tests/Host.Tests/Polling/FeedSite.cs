using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialCrm.Host.Tests.Polling;

/// <summary>A site with a feed whose items a test writes, changes and takes away; it knows entity tags.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Title, string Text, int Order)> _items = new();
    private int _orders;
    private int _under;

    private FeedSite(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single() + "/feed.xml";

    /// <summary>What was asked for: the entity tag that came with the request, empty for none.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The most requests that were under way at a time.</summary>
    public int MostAtATime { get; private set; }

    /// <summary>Statuses to answer with before any feed, each with seconds for Retry-After (0 for none).</summary>
    public ConcurrentQueue<(int Status, int RetryAfter)> Faults { get; } = new();

    /// <summary>Answers wait for what this gives for the number of the request, counted from 1.</summary>
    public Func<int, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public static async Task<FeedSite> StartAsync(params string[] items)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = new FeedSite(builder.Build());
        Array.ForEach(items, id => site.Publish(id));
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        return site;
    }

    public void Publish(string id, string? text = null) => _items.AddOrUpdate(
        id, _ => ($"About {id}", text ?? $"Words of {id}", Interlocked.Increment(ref _orders)), (_, old) => old with { Text = text ?? old.Text });

    public void TakeAway(string id) => _items.TryRemove(id, out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _under));
        try
        {
            Requests.Enqueue(http.Request.Headers.IfNoneMatch.ToString());
            await Hold(Requests.Count).WaitAsync(http.RequestAborted);
            await WriteAsync(http);
        }
        finally
        {
            Interlocked.Decrement(ref _under);
        }
    }

    private async Task WriteAsync(HttpContext http)
    {
        if (Faults.TryDequeue(out var fault))
        {
            http.Response.StatusCode = fault.Status;
            if (fault.RetryAfter > 0)
            {
                http.Response.Headers.RetryAfter = $"{fault.RetryAfter}";
            }

            return;
        }

        var feed = Feed();
        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(feed))}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "application/rss+xml; charset=utf-8";
        await http.Response.Body.WriteAsync(feed);
    }

    private byte[] Feed()
    {
        var items = _items.OrderByDescending(i => i.Value.Order).Select(i =>
            $"<item><guid isPermaLink=\"false\">{i.Key}</guid><title>{i.Value.Title}</title><description>{i.Value.Text}</description><author>ann@example.com (Ann)</author></item>");
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Forum</title>{string.Concat(items)}</channel></rss>");
    }
}
