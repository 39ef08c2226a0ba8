using System.Collections;
using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>A set of rows is one prepared statement run for each row; a list travels as a JSON array.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override string ForUpdate => "";

    public override string ForUpdateSkipLocked => "";

    public override string Now => "strftime('%Y-%m-%d %H:%M:%f', 'now')";

    public override string AnyOf(string parameter) => $"IN (SELECT value FROM json_each({parameter}))";

    public override string Greatest(string left, string right) => $"MAX({left}, {right})";

    public override string? AnnounceInboxIds => null;

    public override string InboxHorizon => "9223372036854775807";

    // One writer commits in the order of ids, so nothing is ever late; the statement is there for completeness.
    public override string MoveToTheEndOfTheInbox =>
        "UPDATE inbox SET id = (SELECT max(id) FROM inbox) + id WHERE id IN (SELECT value FROM json_each(@ids))";

    public override string JsonNumbers(string column) => $"json_each({column})";

    public override DbParameter Parameter(string name, object? value) => new SqliteParameter(name, value switch
    {
        null => DBNull.Value,
        byte[] or string => value,
        IEnumerable list => JsonList(list),
        _ => value,
    });

    public override Task InsertAsync<T>(
        SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct)
    {
        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        var skip = onConflict == OnConflict.Skip ? " ON CONFLICT DO NOTHING" : "";
        RunForEach(session, $"INSERT INTO {table.Name} ({names}) VALUES ({values}){skip}", table, rows, ct);
        return Task.CompletedTask;
    }

    public override Task UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var columns = table.Columns.Select((column, i) => (column, i)).ToList();
        var sets = string.Join(", ", columns.Where(c => !c.column.IsKey).Select(c => $"{c.column.Name} = @p{c.i}"));
        var keys = string.Join(" AND ", columns.Where(c => c.column.IsKey).Select(c => $"{c.column.Name} = @p{c.i}"));
        RunForEach(session, $"UPDATE {table.Name} SET {sets} WHERE {keys}", table, rows, ct);
        return Task.CompletedTask;
    }

    private static void RunForEach<T>(SqlSession session, string sql, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        using var command = session.Command(sql);
        var parameters = table.Columns.Select((_, i) => (SqliteParameter)command.Parameters[command.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value))]).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = Stored(table.Columns[i].Value(row));
            }

            command.ExecuteNonQuery();
        }
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        string[] texts => JsonList(texts),
        _ => value,
    };

    private static string JsonList(IEnumerable list)
    {
        var array = new JsonArray();
        foreach (var item in list)
        {
            array.Add(item switch
            {
                null => null,
                Guid id => JsonValue.Create(id.ToString().ToUpperInvariant()),
                long number => JsonValue.Create(number),
                int number => JsonValue.Create(number),
                short number => JsonValue.Create(number),
                _ => JsonValue.Create(item.ToString()),
            });
        }

        return array.ToJsonString();
    }
}
