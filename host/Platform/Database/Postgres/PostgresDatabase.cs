using System.Data;
using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

internal sealed class PostgresDatabase(
    NpgsqlDataSource source, [FromKeyedServices(PostgresFeature.Pipeline)] NpgsqlDataSource pipeline, ClockKeeper clock, PartitionKeeper partitions) : ICrmDatabase
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

    public Task<SqlSession> ReadAsync(CancellationToken ct) => ReadAsync(source, ct);

    public Task<SqlSession> WriteAsync(CancellationToken ct) => WriteAsync(source, ct);

    // Of what came since the last statistics the planner expects nothing, and would look up a hundred thousand rows one by one.
    public async Task<SqlSession> ReadThroughAsync(CancellationToken ct)
    {
        var session = await WriteAsync(source, ct);
        await session.ExecuteLaterAsync("SET LOCAL enable_nestloop = off", SqlParameters.None, ct);
        return session;
    }

    public Task<SqlSession> ReadBatchAsync(CancellationToken ct) => ReadAsync(pipeline, ct);

    public Task<SqlSession> WriteBatchAsync(CancellationToken ct) => WriteAsync(pipeline, ct);

    // 23505 in a batch means that another lane or node was first: the retry reads what it wrote.
    public bool IsTransient(Exception error) => error switch
    {
        PostgresException { SqlState: "40P01" or "40001" or "55P03" or "57014" or "25P03" or "23505" } => true,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal) || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or TimeoutException or IOException => true,
        _ => error.InnerException is { } inner && IsTransient(inner),
    };

    private async Task<SqlSession> ReadAsync(NpgsqlDataSource connections, CancellationToken ct) =>
        new(await connections.OpenConnectionAsync(ct), null, Dialect);

    private async Task<SqlSession> WriteAsync(NpgsqlDataSource connections, CancellationToken ct)
    {
        var connection = await connections.OpenConnectionAsync(ct);
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
}
