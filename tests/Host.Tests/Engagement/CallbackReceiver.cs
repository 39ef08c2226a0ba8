using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.Engagement;

/// <summary>The program at the other end of a channel: takes replies, answering with the statuses it is told to.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _statuses = new();

    private CallbackReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Id, string Body, bool Genuine)> Received { get; } = new();

    public string Secret { get; set; } = "";

    /// <summary>The network's id of what it took, which it answers with; null for none.</summary>
    public string? Id { get; set; }

    /// <summary>Done before it answers.</summary>
    public Func<Task> BeforeAnswering { get; set; } = () => Task.CompletedTask;

    public string Address => _app.Urls.Single() + "/replies";

    public static async Task<CallbackReceiver> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new CallbackReceiver(builder.Build());
        Array.ForEach(statuses, receiver._statuses.Enqueue);
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var verified = StandardWebhooks.Verify(
            [Secret], headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body.ToArray(), TimeProvider.System.GetUtcNow());
        Received.Enqueue((headers["webhook-id"].ToString(), System.Text.Encoding.UTF8.GetString(body.ToArray()), verified == WebhookSignature.Valid));
        await BeforeAnswering();
        http.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        if (Id is not null)
        {
            await http.Response.WriteAsync($"{{\"id\":\"{Id}\"}}");
        }
    }
}
