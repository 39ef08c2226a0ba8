using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Tests;

/// <summary>A program that really listens, and a system of record set up to speak to it.</summary>
internal sealed class OtherSide : IAsyncDisposable
{
    public const string Token = "token-that-nobody-may-see";
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private OtherSide(WebApplication app) => _app = app;

    public ConcurrentQueue<Request> Requests { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Secrets { get; init; } = [StandardWebhooks.NewSecret()];

    public static async Task<OtherSide> StartAsync(params string[] secrets)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var side = secrets.Length == 0 ? new OtherSide(builder.Build()) : new OtherSide(builder.Build()) { Secrets = secrets };
        side._app.Run(side.TakeAsync);
        await side._app.StartAsync();
        return side;
    }

    public SignedWebhookRecord Record(bool pulls = true, string? refused = null, string path = "/events", string query = "") => new(
        new SystemOfRecordContext<SignedWebhookRecordSettings>
        {
            SystemId = "system-1",
            Settings = new SignedWebhookRecordSettings
            {
                EventUrl = new Uri(_app.Urls.Single() + path),
                PullUrl = pulls ? new Uri(_app.Urls.Single() + "/changes" + query) : null,
                PullToken = Token,
            },
            SigningSecrets = Secrets,
            Http = _http,
            CheckAddressAsync = (_, _) => ValueTask.FromResult(refused),
        },
        TimeProvider.System);

    public void AnswerWith(int status, string body = "", string? retryAfter = null) => Answer = async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        await http.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Request(http.Request.Method, http.Request.Path + http.Request.QueryString, headers, body.ToArray()));
        await Answer(http);
    }
}

internal sealed record Request(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public WebhookSignature Signature(string secret) => StandardWebhooks.Verify(
        [secret], Headers["webhook-id"], Headers["webhook-timestamp"], Headers["webhook-signature"], Body, TimeProvider.System.GetUtcNow());
}
