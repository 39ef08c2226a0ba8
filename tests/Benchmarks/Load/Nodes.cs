using SocialCrm.Benchmarks.Ingest;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Load;

/// <summary>The server processes of one installation, on one database of the run's own.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(30);
    private readonly List<ServerProcess> _servers = [];

    private Nodes()
    {
    }

    public IReadOnlyList<ServerProcess> Servers => _servers;

    public ServerProcess First => _servers[0];

    public IReadOnlyList<Uri> Addresses => _servers.ConvertAll(s => s.Http.BaseAddress!);

    public TimeSpan ProcessorTime => _servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.ProcessorTime);

    /// <summary>The most that one of them held.</summary>
    public double PeakMemoryMb => _servers.Max(s => ProcessFigures.PeakMemoryMb(s.ProcessId));

    public static async Task<Nodes> StartAsync(ServerStorage storage, int count, CancellationToken ct)
    {
        var nodes = new Nodes();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var server = new ServerProcess(storage, "--Logging:LogLevel:Default=Warning");
                nodes._servers.Add(server);
                await server.StartAsync(ct);
            }

            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many messages all of them have processed since their start.</summary>
    public Task<double> ProcessedAsync(CancellationToken ct) => SumAsync("socialcrm_messages_processed_total", ct);

    /// <summary>How many transactions that took, and how long the messages waited for the end of theirs, in all.</summary>
    public async Task<(double Batches, double WaitedSeconds)> BatchesAsync(CancellationToken ct) =>
        (await SumAsync("socialcrm_batch_duration_seconds_count", ct), await SumAsync("socialcrm_message_latency_seconds_sum", ct));

    public Task TerminateAsync() => Task.WhenAll(_servers.Select(s => s.TerminateAsync(ShutdownLimit)));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<double> SumAsync(string metric, CancellationToken ct) =>
        (await Task.WhenAll(_servers.Select(s => new ServerMetrics(s.Http).ReadAsync(metric, ct)))).Sum();
}
