using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>A database of the run's own, gone when disposed.</summary>
internal interface IBenchDatabase : IAsyncDisposable
{
    ServerStorage Storage { get; }

    /// <summary>What the database's own processes have used so far.</summary>
    TimeSpan ProcessorTime();

    /// <summary>Makes all labels those of an older model, while no server runs.</summary>
    Task AgeLabelsAsync(CancellationToken ct);

    /// <summary>
    /// Rows a second: all rows of the interactions, read back, into an empty copy of the table with the same indexes.
    /// </summary>
    Task<double> RawRateAsync(CancellationToken ct);
}
