namespace SocialCrm.Host.Ingestion;

/// <summary>A replay and how far it has come.</summary>
public sealed record ReplayView
{
    /// <summary>Our id of the replay.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required ReplayState State { get; init; }

    /// <summary>What it is at, or was last: messages first, then open conversations.</summary>
    public required ReplayPhase Phase { get; init; }

    /// <summary>True when what it finds is changed; false for a dry run, which changes nothing.</summary>
    public required bool Apply { get; init; }

    /// <summary>The dry run that this applies.</summary>
    public required Guid? DryRunId { get; init; }

    /// <summary>Messages written from then on; null for the beginning.</summary>
    public required DateTime? From { get; init; }

    /// <summary>Messages written before then.</summary>
    public required DateTime To { get; init; }

    /// <summary>Only these channels; empty for all.</summary>
    public required IReadOnlyList<Guid> Channels { get; init; }

    /// <summary>Only messages with these words.</summary>
    public required string? Query { get; init; }

    /// <summary>How many messages there are; null until it began.</summary>
    public required long? Total { get; init; }

    /// <summary>How many of them have been read.</summary>
    public required long Read { get; init; }

    /// <summary>How many of them have other labels now, or would have.</summary>
    public required long Changed { get; init; }

    /// <summary>How many have the same labels by another version of the model, or with another confidence.</summary>
    public required long Refreshed { get; init; }

    /// <summary>Messages and conversations that were left out: others changed them at the same moment, or they wait for their first labels.</summary>
    public required long Skipped { get; init; }

    /// <summary>How many open conversations that nobody has touched were looked at.</summary>
    public required long Conversations { get; init; }

    /// <summary>How many of them are routed otherwise now, or would be.</summary>
    public required long Rerouted { get; init; }

    /// <summary>The version of the model that was asked last.</summary>
    public required string? ModelVersion { get; init; }

    /// <summary>Why it waits or failed.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who started it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTime? FinishedAt { get; init; }

    /// <summary>What it found so far; only where one replay is asked for.</summary>
    public ReplayReport? Report { get; init; }

    internal static ReplayView Of(Replay replay) => new()
    {
        Id = replay.Id,
        State = replay.State,
        Phase = replay.Phase,
        Apply = replay.Apply,
        DryRunId = replay.DryRunId,
        From = replay.From,
        To = replay.To,
        Channels = [.. replay.Channels.Select(Guid.Parse)],
        Query = replay.Query,
        Total = replay.Total,
        Read = replay.Read,
        Changed = replay.Changed,
        Refreshed = replay.Refreshed,
        Skipped = replay.Skipped,
        Conversations = replay.Conversations,
        Rerouted = replay.Rerouted,
        ModelVersion = replay.ModelVersion,
        Reason = replay.Reason,
        CreatedBy = replay.CreatedBy,
        CreatedAt = replay.CreatedAt,
        FinishedAt = replay.FinishedAt,
    };
}
