using SocialCrm.Benchmarks.Ingest;

namespace SocialCrm.Benchmarks.Load;

/// <summary>The processor time that a message costs from now on, which a busy machine disturbs less than it does the clock.</summary>
internal sealed class ProcessorUse(Nodes nodes, IBenchDatabase database)
{
    private readonly TimeSpan _servers = nodes.ProcessorTime;
    private readonly TimeSpan _database = database.ProcessorTime();

    public double ServerMicroseconds(int messages) => (nodes.ProcessorTime - _servers).TotalMicroseconds / messages;

    /// <summary>0 where the database runs in the server.</summary>
    public double DatabaseMicroseconds(int messages) => (database.ProcessorTime() - _database).TotalMicroseconds / messages;

    public void AddTo(Report report, int messages) => report
        .Figure("serverMicroseconds", "processor: servers", ServerMicroseconds(messages), "µs a message", "N0")
        .Figure("databaseMicroseconds", "processor: database", DatabaseMicroseconds(messages), "µs a message", "N0");
}
