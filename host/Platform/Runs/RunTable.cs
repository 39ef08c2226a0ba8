namespace SocialCrm.Host.Platform.Runs;

/// <summary>
/// A table of runs: long work over much data in small steps, each saved together with the place that it came to. Besides its
/// key a row has tenant_id, state, due_at, leased_until, epoch, attempts, finished_at and version.
/// </summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The column that names a run within its tenant.</param>
/// <param name="HasReason">Whether a row says why its run waits or failed.</param>
internal sealed record RunTable(string Name, string Key, bool HasReason = false)
{
    /// <summary>The number under which every table stores that a run is under way.</summary>
    public const short Running = 0;

    /// <summary>The number of a run that was given up.</summary>
    public const short Failed = 3;
}
