using Microsoft.Data.Sqlite;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>Connections to the embedded database, each set up the same way, and the place of its one writer.</summary>
internal sealed class SqliteConnectionFactory(string path) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        ForeignKeys = false,
        DefaultTimeout = 30,
    }.ToString();

    public async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(ct);
        SetUp(connection);
        return connection;
    }

    /// <summary>A power cut loses nothing that was committed: that is what FULL costs an fsync for.</summary>
    public static void SetUp(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";
        command.ExecuteNonQuery();
    }

    /// <summary>Waits in line inside the process, which is fair and cheap, rather than in SQLite's busy loop.</summary>
    public async Task<IDisposable> TakeWriterAsync(CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        return new Place(_writer);
    }

    public void Dispose() => _writer.Dispose();

    private sealed class Place(SemaphoreSlim writer) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                writer.Release();
            }
        }
    }
}
