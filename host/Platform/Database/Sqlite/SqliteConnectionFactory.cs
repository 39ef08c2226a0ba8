using Microsoft.Data.Sqlite;
using SocialCrm.Host.Platform.Text;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>Connections to the embedded database, each set up the same way, and the place of its one writer.</summary>
internal sealed class SqliteConnectionFactory(string path) : IDisposable
{
    private const string Durable = "PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; ";
    private const string Reading = Durable + "PRAGMA cache_size = -16000;";

    // The pages that a batch changes are the same from batch to batch. Where the log is longer before it is copied into the
    // file, each is copied once instead of many times.
    private const string Writing = Durable + "PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 8000;";

    private readonly SemaphoreSlim _writer = new(1, 1);

    // A pool of its own, in which there is only ever one: SQLite throws a connection's pages away when another has written.
    private readonly string _writerConnectionString = Connection(path, 31);

    public string Path => path;

    public string ConnectionString { get; } = Connection(path, 30);

    public Task<SqliteConnection> OpenAsync(CancellationToken ct) => OpenAsync(ConnectionString, Reading, ct);

    /// <summary>The connection of whoever holds the writer's place.</summary>
    public Task<SqliteConnection> OpenWriterAsync(CancellationToken ct) => OpenAsync(_writerConnectionString, Writing, ct);

    /// <summary>A power cut loses nothing that was committed: that is what FULL costs an fsync for.</summary>
    public static void SetUp(SqliteConnection connection) => SetUp(connection, Reading);

    /// <summary>Waits in line inside the process, which is fair and cheap, rather than in SQLite's busy loop.</summary>
    public async Task<IDisposable> TakeWriterAsync(CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        return new Place(_writer);
    }

    public void Dispose() => _writer.Dispose();

    private static string Connection(string path, int seconds) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        ForeignKeys = false,
        DefaultTimeout = seconds,
    }.ToString();

    private static async Task<SqliteConnection> OpenAsync(string connectionString, string settings, CancellationToken ct)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        SetUp(connection, settings);
        return connection;
    }

    /// <summary>Brings the function that the search indexes are filled with.</summary>
    private static void SetUp(SqliteConnection connection, string settings)
    {
        connection.CreateFunction("search_fold", (string? text) => text is null ? null : Folding.Letters(text), isDeterministic: true);
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
    }

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
