using System.Net;
using SocialCrm.RunningServer;

namespace SocialCrm.Chaos.Tests;

/// <summary>Delivers to one node after the other until one has acknowledged.</summary>
internal sealed class Network(IReadOnlyList<ServerProcess> nodes, Installation installation)
{
    private static readonly TimeSpan BeforeTheNextTry = TimeSpan.FromMilliseconds(20);
    private int _turn;
    private int _acknowledged;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public async Task DeliverAsync(byte[] body)
    {
        while (!await TryAsync(nodes[(int)((uint)Interlocked.Increment(ref _turn) % nodes.Count)], body))
        {
            await Task.Delay(BeforeTheNextTry);
        }

        Interlocked.Increment(ref _acknowledged);
    }

    private async Task<bool> TryAsync(ServerProcess node, byte[] body)
    {
        try
        {
            using var request = SignedRequest.Create(installation, body, TimeProvider.System.GetUtcNow());
            using var answer = await node.Http.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                return answer.StatusCode == HttpStatusCode.Accepted;
            }

            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (HttpRequestException)
        {
            return false; // It was killed, before or while it answered.
        }
    }
}
