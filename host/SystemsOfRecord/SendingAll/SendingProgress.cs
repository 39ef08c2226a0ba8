namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>How far a system has come with being told of all customers.</summary>
/// <param name="State">running, done or cancelled.</param>
/// <param name="Total">How many customers there were when it began.</param>
/// <param name="Settled">For how many it is over: the system took the event, or it failed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="StartedBy">The name of who began it.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record SendingProgress(SendingState State, long Total, long Settled, DateTime StartedAt, string StartedBy, DateTime? FinishedAt)
{
    internal static SendingProgress Of(SendingRun run, long waiting) =>
        new(run.State, run.Total, Math.Max(0, run.Queued - waiting), run.StartedAt, run.StartedBy, run.FinishedAt);
}
