using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>
/// A prepared statement that is run for each row. ADO.NET finds every value's place by its name each time and makes texts of
/// ids and times, which costs more than storing the row. What is stored is the same.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int LongestFixed = 64;
    private const int Kept = 4096;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[Kept];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Runs it with these values; places count from 1.</summary>
    public void Run<T>(IReadOnlyList<SqlColumn<T>> columns, T row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Check(Bind(i + 1, columns[i].Value(row)));
        }

        var outcome = raw.sqlite3_step(_statement);
        if (outcome is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(outcome);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_statement, place),
        Guid id => Bind(place, id),
        string text => Bind(place, text),
        DateTime time => Bind(place, time),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        short number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        string[] texts => Bind(place, SqliteLists.Json(texts)),
        _ => throw new ArgumentException($"A column cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    // Ids stand in upper case, as EF Core writes and compares them.
    private int Bind(int place, Guid id)
    {
        Span<byte> text = stackalloc byte[LongestFixed];
        id.TryFormat(text, out var length, "D");
        Ascii.ToUpperInPlace(text[..length], out _);
        return raw.sqlite3_bind_text(_statement, place, text[..length]);
    }

    private int Bind(int place, DateTime time)
    {
        Span<byte> text = stackalloc byte[LongestFixed];
        time.TryFormat(text, out var length, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, place, text[..length]);
    }

    private int Bind(int place, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, place, text); // A span of nothing would be taken for null.
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        return raw.sqlite3_bind_text(_statement, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);
}
