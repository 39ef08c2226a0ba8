using System.Net;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos;

/// <summary>Delivers to one node after the other until one has acknowledged.</summary>
public sealed class Network(IReadOnlyList<ServerProcess> nodes, Installation installation)
{
    private static readonly TimeSpan BeforeTheNextTry = TimeSpan.FromMilliseconds(20);

    // As networks do, it does not wait for ever for one that stands still.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    private int _turn;
    private int _acknowledged;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public async Task DeliverAsync(byte[] body)
    {
        while (!await TryAsync(body))
        {
            await Task.Delay(BeforeTheNextTry);
        }
    }

    /// <summary>Tries one node once. When it does not acknowledge, it may have stored all the same.</summary>
    public async Task<bool> TryAsync(byte[] body)
    {
        var acknowledged = await TryAsync(nodes[(int)((uint)Interlocked.Increment(ref _turn) % nodes.Count)], body);
        if (acknowledged)
        {
            Interlocked.Increment(ref _acknowledged);
        }

        return acknowledged;
    }

    private async Task<bool> TryAsync(ServerProcess node, byte[] body)
    {
        using var patience = new CancellationTokenSource(LongestAnswer);
        try
        {
            using var request = SignedRequest.Create(installation, body, TimeProvider.System.GetUtcNow());
            using var answer = await node.Http.SendAsync(request, patience.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.Accepted => true,
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => false,
                _ => throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(patience.Token)}"),
            };
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false; // It was killed, before or while it answered, or stands still.
        }
    }
}
