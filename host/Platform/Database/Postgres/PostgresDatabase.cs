using System.Data;
using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

internal sealed class PostgresDatabase(NpgsqlDataSource source, ClockKeeper clock, PartitionKeeper partitions) : ICrmDatabase
{
    public SqlDialect Dialect { get; } = new PostgresDialect();

    public async Task PrepareAsync(Func<Task> migrate, CancellationToken ct)
    {
        await clock.SetAsync(ct);
        await using (await SchemaLock.TakeAsync(source, ct))
        {
            await migrate();
        }

        await partitions.EnsureAsync(ct);
    }

    public async Task<SqlSession> ReadAsync(CancellationToken ct) =>
        new(await source.OpenConnectionAsync(ct), null, Dialect);

    public async Task<SqlSession> WriteAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            return new SqlSession(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct), Dialect);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // 23505 in a batch means that another lane or node was first: the retry reads what it wrote.
    public bool IsTransient(Exception error) => error switch
    {
        PostgresException { SqlState: "40P01" or "40001" or "55P03" or "57014" or "25P03" or "23505" } => true,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal) || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or TimeoutException or IOException => true,
        _ => error.InnerException is { } inner && IsTransient(inner),
    };
}
