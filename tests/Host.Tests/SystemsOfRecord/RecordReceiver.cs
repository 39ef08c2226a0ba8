using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Tests.SystemsOfRecord;

/// <summary>The system of record at the other end: takes events, answering as it is told to, and says what changed on its side.</summary>
internal sealed class RecordReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<int> _statuses = new();
    private readonly TaskCompletionSource<string> _secret = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<TakenEvent> Events { get; } = new();

    public ConcurrentQueue<string?> Pulls { get; } = new();

    /// <summary>Set once the system is made: what comes before waits for it.</summary>
    public string Secret
    {
        set => _secret.SetResult(value);
    }

    public string? RetryAfter { get; set; }

    /// <summary>What it answers to events that it takes.</summary>
    public Func<TakenEvent, string> Answer { get; set; } = _ => "";

    /// <summary>What it answers to a pull from a cursor.</summary>
    public Func<string?, (int Status, string Body)> Changes { get; set; } = _ => (200, """{"changes":[],"cursor":"0"}""");

    public Func<string?, Task> HoldPull { get; set; } = _ => Task.CompletedTask;

    public string EventUrl => _app.Urls.Single() + "/events";

    public string PullUrl => _app.Urls.Single() + "/changes";

    public static async Task<RecordReceiver> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new RecordReceiver(builder.Build());
        receiver.AnswerNext(statuses);
        receiver._app.Run(http => HttpMethods.IsPost(http.Request.Method) ? receiver.TakeAsync(http) : receiver.PullAsync(http));
        await receiver._app.StartAsync();
        return receiver;
    }

    public void AnswerNext(params int[] statuses) => Array.ForEach(statuses, _statuses.Enqueue);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var taken = new TakenEvent(http.Request.Headers["webhook-id"].ToString(), JsonDocument.Parse(body.ToArray()).RootElement.Clone(), await GenuineAsync(http, body.ToArray()));
        Events.Enqueue(taken);
        http.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        if (RetryAfter is { } seconds && status != 0)
        {
            http.Response.Headers.RetryAfter = seconds;
        }

        await http.Response.WriteAsync(Answer(taken));
    }

    private async Task PullAsync(HttpContext http)
    {
        string? cursor = http.Request.Query.TryGetValue("cursor", out var given) ? given.ToString() : null;
        Pulls.Enqueue(cursor);
        await HoldPull(cursor);
        var (status, body) = await GenuineAsync(http, []) ? Changes(cursor) : (401, "");
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body, Encoding.UTF8);
    }

    private async Task<bool> GenuineAsync(HttpContext http, byte[] body)
    {
        var headers = http.Request.Headers;
        return StandardWebhooks.Verify(
            [await _secret.Task], headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, TimeProvider.System.GetUtcNow()) == WebhookSignature.Valid;
    }
}

internal sealed record TakenEvent(string Id, JsonElement Json, bool Genuine)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");

    public string? Field(string name) => Data.GetProperty("fields").TryGetProperty(name, out var value) ? value.ToString() : null;
}
