namespace SocialCrm.Host.Ingestion;

/// <summary>An import and how far it has come.</summary>
public sealed record ImportView
{
    /// <summary>Our id of the import.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel it goes into.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>How many bytes of the file have been read.</summary>
    public required long Position { get; init; }

    /// <summary>How many rows have been read.</summary>
    public required long Read { get; init; }

    /// <summary>How many of them are in as messages.</summary>
    public required long Accepted { get; init; }

    /// <summary>How many were known already and changed nothing.</summary>
    public required long Duplicates { get; init; }

    /// <summary>How many could not be taken in; each is listed with its line.</summary>
    public required long Errors { get; init; }

    /// <summary>Why it waits or failed.</summary>
    public required string? Reason { get; init; }

    /// <summary>By field of a message the column that holds it.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>Conversations older than this arrived resolved; null when all arrived as they would today.</summary>
    public required DateTime? SettledBefore { get; init; }

    /// <summary>Who started it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTime? FinishedAt { get; init; }

    internal static ImportView Of(ImportJob job, ImportTotals totals) => new()
    {
        Id = job.Id,
        ChannelId = job.ChannelId,
        FileName = job.FileName,
        Size = job.Size,
        State = job.State,
        Position = job.Position,
        Read = job.Rows,
        Accepted = totals.Accepted,
        Duplicates = totals.Duplicates,
        Errors = job.Rows - job.Queued + totals.Failed,
        Reason = job.Reason,
        Columns = ImportMappings.Read(job.Mapping).Columns,
        SettledBefore = job.SettledBefore > DateTime.UnixEpoch ? job.SettledBefore : null,
        CreatedBy = job.CreatedBy,
        CreatedAt = job.CreatedAt,
        FinishedAt = job.FinishedAt,
    };
}
