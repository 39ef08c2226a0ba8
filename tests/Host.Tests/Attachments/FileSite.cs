using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialCrm.Host.Tests.Attachments;

/// <summary>The network's file server: hands out what it is told to, and counts who asked.</summary>
internal sealed class FileSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _files = new(StringComparer.Ordinal);

    private FileSite(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<FileSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = new FileSite(builder.Build());
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        return site;
    }

    public string Url(string path) => $"{_app.Urls.Single()}/{path}";

    public int Port => new Uri(_app.Urls.Single()).Port;

    public string Serves(string path, byte[] content, Action<HttpResponse>? also = null) => Does(path, async http =>
    {
        also?.Invoke(http.Response);
        await http.Response.Body.WriteAsync(content);
    });

    public string Does(string path, RequestDelegate answer)
    {
        _files[path] = answer;
        return Url(path);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimStart('/');
        Asked.Enqueue(path);
        if (_files.TryGetValue(path, out var answer))
        {
            return answer(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
