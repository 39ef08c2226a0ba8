using System.Data;
using Microsoft.Data.Sqlite;

namespace SocialCrm.Host.Platform.Database.Sqlite;

internal sealed class SqliteDatabase(SqliteConnectionFactory connections) : ICrmDatabase
{
    public SqlDialect Dialect { get; } = new SqliteDialect();

    public Task PrepareAsync(Func<Task> migrate, CancellationToken ct) => migrate();

    public async Task<SqlSession> ReadAsync(CancellationToken ct) => new(await connections.OpenAsync(ct), null, Dialect);

    public async Task<SqlSession> WriteAsync(CancellationToken ct)
    {
        var place = await connections.TakeWriterAsync(ct);
        SqliteConnection? connection = null;
        try
        {
            connection = await connections.OpenWriterAsync(ct);
            return new SqlSession(connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false), Dialect, place);
        }
        catch
        {
            place.Dispose();
            connection?.Dispose();
            throw;
        }
    }

    // 5 busy, 6 locked, 10 I/O, 13 full; 2067 and 1555 are unique keys: another command was first.
    public bool IsTransient(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 } => true,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        _ => error.InnerException is { } inner && IsTransient(inner),
    };
}
