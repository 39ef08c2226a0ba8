using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What one run measured.</summary>
internal sealed record IngestResult
{
    public required string Database { get; init; }

    public required int Messages { get; init; }

    public required int Nodes { get; init; }

    public required int Batch { get; init; }

    public required int Connections { get; init; }

    public required double MessagesPerSecond { get; init; }

    /// <summary>The same rows of the interactions, written as fast as the database takes them.</summary>
    public double RawPerSecond { get; init; }

    public required double AckP50Ms { get; init; }

    public required double AckP99Ms { get; init; }

    /// <summary>The most memory that one server process held.</summary>
    public required double ServerRssMb { get; init; }

    /// <summary>Processor time of the server for a message.</summary>
    public required double ServerMicroseconds { get; init; }

    /// <summary>Processor time of the database for a message; 0 where it runs in the server.</summary>
    public required double DatabaseMicroseconds { get; init; }

    /// <summary>What the database spent its time with, where that was asked for.</summary>
    public IReadOnlyList<StatementTime> Statements { get; init; } = [];

    private double Ratio => MessagesPerSecond / RawPerSecond;

    public string Table() => $"""
        {Messages:N0} messages on {Database}, {(Nodes == 1 ? "one node" : $"{Nodes} nodes")}, {Batch} a POST from {Connections} connections
          fully processed        {MessagesPerSecond,10:N0} messages/s
          raw rate, same rows    {RawPerSecond,10:N0} rows/s
          ratio                  {Ratio,10:0.000}
          acknowledged in, p50   {AckP50Ms,10:0.0} ms
          acknowledged in, p99   {AckP99Ms,10:0.0} ms
          server's memory, most  {ServerRssMb,10:0} MB
          processor: server      {ServerMicroseconds,10:0} µs a message
          processor: database    {DatabaseMicroseconds,10:0} µs a message
        {string.Join('\n', Statements.Select(s => s.Line(Messages)))}

        """;

    public string Json() => new JsonObject
    {
        ["benchmark"] = "ingest",
        ["database"] = Database,
        ["messages"] = Messages,
        ["nodes"] = Nodes,
        ["batch"] = Batch,
        ["messagesPerSecond"] = Math.Round(MessagesPerSecond, 1),
        ["rawPerSecond"] = Math.Round(RawPerSecond, 1),
        ["ratio"] = Math.Round(Ratio, 4),
        ["ackP50Ms"] = Math.Round(AckP50Ms, 2),
        ["ackP99Ms"] = Math.Round(AckP99Ms, 2),
        ["serverRssMb"] = Math.Round(ServerRssMb, 1),
    }.ToJsonString();
}
