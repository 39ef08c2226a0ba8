using Npgsql;
using SocialCrm.Benchmarks.Ingest;
using SocialCrm.Benchmarks.Load;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Fairness;

/// <summary>A sender of few messages, who waits when asked to: how long until each is processed, which its entry in the registry shows.</summary>
internal sealed class LiveMessages(PostgresBench database, Nodes nodes, Installation channel, string name, TimeProvider time)
{
    private const int Rate = 20;
    private const int Seconds = 30;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Dictionary<int, long> _processed = [];

    /// <summary>Milliseconds from the planned time of each POST; with what is lost this does not end well.</summary>
    public async Task<IReadOnlyList<double>> MeasureAsync(CancellationToken ct)
    {
        var (poster, texts, sender) = (new Poster(channel, nodes.Addresses, time), SampleTexts.Read(), new SteadySender(nodes.Addresses, Rate, time));
        var requests = Enumerable.Range(0, Rate * Seconds).Select(i => poster.Sign(MessageFeed.Single(Id(i), texts[i % texts.Count]))).ToList();
        var watching = WatchAsync(sender, requests.Count, ct);
        var sent = await sender.SendAsync(requests, ct);
        await watching.WaitAsync(Patience, time, ct);
        return [.. sent.Select((s, i) => time.GetElapsedTime(s.Planned, _processed[i]).TotalMilliseconds)];
    }

    private string Id(int number) => $"{name}-{number}";

    private async Task WatchAsync(SteadySender sender, int count, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database.Storage.ConnectionString);
        await connection.OpenAsync(ct);
        while (_processed.Count < count)
        {
            await Task.Delay(LookEvery, time, ct);
            var waiting = Enumerable.Range(0, Math.Min(sender.Begun, count)).Where(i => !_processed.ContainsKey(i)).Select(Id).ToArray();
            var found = waiting.Length > 0 ? await FindAsync(connection, waiting, ct) : [];
            var now = time.GetTimestamp();
            found.ForEach(id => _processed.Add(int.Parse(id[(name.Length + 1)..]), now));
        }
    }

    private async Task<List<string>> FindAsync(NpgsqlConnection connection, string[] ids, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(
            """
            SELECT external_id FROM message_registry
            WHERE tenant_id = (SELECT tenant_id FROM channels WHERE id = $1) AND channel_id = $1 AND external_id = ANY($2) AND interaction_id IS NOT NULL
            """,
            connection);
        query.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = channel.ChannelId });
        query.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
        await using var reader = await query.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
