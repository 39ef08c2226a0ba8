namespace SocialCrm.Host.Platform.Database;

/// <summary>The database behind the hot path: set-based SQL in short transactions, on PostgreSQL or SQLite.</summary>
public interface ICrmDatabase
{
    SqlDialect Dialect { get; }

    /// <summary>Called once: brings the schema up to date while no other node does, and makes whatever must stand before the first message.</summary>
    Task PrepareAsync(Func<Task> migrate, CancellationToken ct);

    /// <summary>A connection for reading, outside any transaction.</summary>
    Task<SqlSession> ReadAsync(CancellationToken ct);

    /// <summary>A transaction for writing (READ COMMITTED; on SQLite it holds the one writer's place).</summary>
    Task<SqlSession> WriteAsync(CancellationToken ct);

    /// <summary>As <see cref="ReadAsync"/>, for what goes through whole tables.</summary>
    Task<SqlSession> ReadThroughAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>As <see cref="ReadAsync"/>, for the pipeline: each statement finds its rows by an index, whatever the planner knows of the tables.</summary>
    Task<SqlSession> ReadBatchAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>As <see cref="WriteAsync"/>, for the pipeline.</summary>
    Task<SqlSession> WriteBatchAsync(CancellationToken ct) => WriteAsync(ct);

    /// <summary>The rows of a table that have the words, for EF Core, and whether many do; its only value is the <see cref="SqlDialect.SearchTerm"/>.</summary>
    async Task<(string Sql, bool Common)> SearchAsync(string table, string term, CancellationToken ct)
    {
        await using var session = await ReadAsync(ct);
        var common = await Dialect.AreCommonAsync(session, table, term, ct);
        return (common ? Dialect.Search(table) : Dialect.SearchRare(table), common);
    }

    /// <summary>True when trying the same again may succeed: a lost connection, a deadlock, a busy database.</summary>
    bool IsTransient(Exception error);
}
