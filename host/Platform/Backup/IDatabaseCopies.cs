using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Backup;

/// <summary>Whole copies of the database, made while others use it.</summary>
internal interface IDatabaseCopies
{
    /// <summary>The kind of database, as a backup says it: a copy of one kind is of no use to the other.</summary>
    string Kind { get; }

    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Writes everything as it is at one moment to a file.</summary>
    Task WriteAsync(string file, CancellationToken ct);

    /// <summary>Fills the empty database from such a file, wholly or not at all.</summary>
    Task RestoreAsync(string file, CancellationToken ct);

    /// <summary>A database of its own made from such a file, to try something on.</summary>
    Task<TrialDatabase> TryOutAsync(string file, CancellationToken ct);
}

/// <summary>A copy that nobody uses; it is dropped when it is disposed.</summary>
internal sealed class TrialDatabase(CrmDbContext context, Func<CancellationToken, Task<string?>> check, Func<Task> drop) : IAsyncDisposable
{
    public CrmDbContext Context => context;

    /// <summary>What the database itself finds wrong with what it holds; null for nothing.</summary>
    public Task<string?> CheckAsync(CancellationToken ct) => check(ct);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await drop();
    }
}
