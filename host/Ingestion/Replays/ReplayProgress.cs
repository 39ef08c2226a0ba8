using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Runs;

namespace SocialCrm.Host.Ingestion;

/// <summary>How far a replay stands after a step. Saved by the transaction of the step, or not at all.</summary>
internal sealed record ReplayProgress(ReplayPhase Phase, DateTime? PlaceAt, Guid? PlaceId, ReplayTally Tally)
{
    public required long Total { get; init; }

    public required long Read { get; init; }

    public required long Changed { get; init; }

    public required long Refreshed { get; init; }

    public required long Skipped { get; init; }

    public long Conversations { get; init; }

    public long Rerouted { get; init; }

    public required string? ModelVersion { get; init; }

    public bool IsOver { get; init; }

    public static ReplayProgress Of(Replay replay) => new(replay.Phase, replay.PlaceAt, replay.PlaceId, ReplayTally.Parse(replay.Report))
    {
        Total = replay.Total ?? 0,
        Read = replay.Read,
        Changed = replay.Changed,
        Refreshed = replay.Refreshed,
        Skipped = replay.Skipped,
        Conversations = replay.Conversations,
        Rerouted = replay.Rerouted,
        ModelVersion = replay.ModelVersion,
    };

    /// <summary>False when the replay was stopped or taken by another node: then nothing may be committed.</summary>
    public Task<bool> SaveAsync(RunLease<Guid> lease, SqlSession session, DateTime now, CancellationToken ct) => lease.SaveAsync(
        session,
        """
        phase = @phase, place_at = @at, place_id = @id, total = @total, read = @read, changed = @changed, refreshed = @refreshed, skipped = @skipped,
        conversations = @conversations, rerouted = @rerouted, report = @report, model_version = @model, reason = NULL, state = @state, finished_at = @finished
        """,
        new()
        {
            ["phase"] = (short)Phase,
            ["at"] = PlaceAt,
            ["id"] = PlaceId,
            ["total"] = Total,
            ["read"] = Read,
            ["changed"] = Changed,
            ["refreshed"] = Refreshed,
            ["skipped"] = Skipped,
            ["conversations"] = Conversations,
            ["rerouted"] = Rerouted,
            ["report"] = Tally.Write(),
            ["model"] = ModelVersion,
            ["state"] = (short)(IsOver ? ReplayState.Done : ReplayState.Running),
            ["finished"] = IsOver ? now : null,
        },
        ct);
}
