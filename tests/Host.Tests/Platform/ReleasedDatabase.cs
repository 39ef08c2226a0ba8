using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>A database as a released server left it: its schema and some data, as one script for each kind of database.</summary>
internal static class ReleasedDatabase
{
    public const string Owner = "olive@example.com";
    public const string Password = "correct horse battery staple";
    private const string SecretLine = "-- secret: ";

    /// <summary>Fills an empty database, and tells the signing secret of the channel in it.</summary>
    public static async Task<string> FillAsync(TestDatabase database)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Folder(), database is PostgresTestDatabase ? "first-schema.postgres.sql" : "first-schema.sqlite.sql"));
        await using var connection = await OpenAsync(database);

        // A file that the server made writes ahead, and says so in its head.
        await ExecuteAsync(connection, connection is SqliteConnection ? "PRAGMA journal_mode = WAL" : "SELECT 1");
        await ExecuteAsync(connection, script);
        return script.Split('\n').First(l => l.StartsWith(SecretLine, StringComparison.Ordinal))[SecretLine.Length..];
    }

    /// <summary>How many rows each of the tables holds.</summary>
    public static async Task<Dictionary<string, long>> CountAsync(TestDatabase database, params string[] tables)
    {
        await using var connection = await OpenAsync(database);
        var counts = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
    }

    // Without a pool: the script changes the session, and the file must not be held.
    private static async Task<DbConnection> OpenAsync(TestDatabase database)
    {
        DbConnection connection = database is PostgresTestDatabase postgres
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ToString())
            : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "socialcrm.db")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Platform", "Released");
}
