using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Tools.PostSample;

/// <summary>Posts the messages of a file at the rate that was asked for.</summary>
internal sealed class Replay(Options options, Poster poster, TimeProvider time)
{
    private const int InFlight = 64;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);
    private int _accepted;
    private int _refused;
    private string? _firstRefusal;
    private TimeSpan _reported;

    /// <summary>True when every message was accepted.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var started = time.GetTimestamp();
        var running = new List<Task>();
        var requests = 0;
        foreach (var batch in SampleFile.Read(options.File).Take(options.Count).Chunk(options.Batch))
        {
            var due = TimeSpan.FromSeconds(requests++ / options.Rate) - time.GetElapsedTime(started);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, time, ct);
            }

            running.Add(PostAsync(batch, failed.Token));
            if (running.Count >= InFlight)
            {
                await Task.WhenAny(running);
            }

            await SettleAsync(running, failed);
            Report(time.GetElapsedTime(started));
        }

        await Task.WhenAll(running);
        Summarise(requests, time.GetElapsedTime(started));
        return _refused == 0;
    }

    // The first request that fails ends the rest, rather than failing hundreds of times over.
    private static async Task SettleAsync(List<Task> running, CancellationTokenSource failed)
    {
        foreach (var done in running.Where(t => t.IsCompleted).ToList())
        {
            running.Remove(done);
            try
            {
                await done;
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }

    private async Task PostAsync(JsonObject[] batch, CancellationToken ct)
    {
        foreach (var message in batch.Where(_ => !options.KeepTimes))
        {
            message["at"] = time.GetUtcNow().UtcDateTime.ToString("O");
        }

        var events = Array.ConvertAll(batch, data => (JsonNode?)new JsonObject { ["type"] = "message", ["data"] = data });
        var body = options.Batch == 1 ? events[0]! : new JsonArray(events);
        var (status, answer) = await poster.PostAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), ct);
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound)
        {
            throw new UsageException(status == HttpStatusCode.NotFound
                ? "there is no channel at this address (404). Copy it again from the channel's page."
                : "the server does not accept the signature (401). Is it the secret of this channel, and is this machine's clock right?");
        }

        Count(status, answer, batch.Length);
    }

    private void Count(HttpStatusCode status, string answer, int messages)
    {
        var accepted = (int)status is >= 200 and < 300 ? Accepted(answer, messages) : 0;
        Interlocked.Add(ref _accepted, accepted);
        Interlocked.Add(ref _refused, messages - accepted);
        if (accepted < messages)
        {
            Interlocked.CompareExchange(ref _firstRefusal, $"{(int)status} {(answer.Length > 500 ? answer[..500] : answer)}", null);
        }
    }

    private static int Accepted(string answer, int messages)
    {
        try
        {
            return JsonNode.Parse(answer)?["accepted"]?.GetValue<int>() ?? messages;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return messages;
        }
    }

    private void Report(TimeSpan elapsed)
    {
        if (elapsed - _reported >= ReportEvery)
        {
            _reported = elapsed;
            Console.WriteLine($"{_accepted} accepted, {_refused} refused, {elapsed.TotalSeconds:0} s");
        }
    }

    private void Summarise(int requests, TimeSpan elapsed)
    {
        Console.WriteLine($"{_accepted} messages accepted and {_refused} refused in {requests} requests, {elapsed.TotalSeconds:0.0} s ({_accepted / Math.Max(elapsed.TotalSeconds, 0.001):0} messages/s); asked to wait {poster.Waited} times.");
        if (_firstRefusal is { } refusal)
        {
            Console.Error.WriteLine($"The first refusal: {refusal}");
        }
    }
}
