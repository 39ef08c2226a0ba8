using System.Data.Common;
using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>A set of rows travels as one array a column and is unnested on the server.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    public override string ForUpdate => " FOR UPDATE";

    public override string ForUpdateSkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string Now => "clock_timestamp()";

    public override string AnyOf(string parameter) => $"= ANY({parameter})";

    public override string Greatest(string left, string right) => $"GREATEST({left}, {right})";

    public override string MoveToTheEndOfTheInbox =>
        "UPDATE inbox SET id = nextval(pg_get_serial_sequence('inbox', 'id')) WHERE id = ANY(@ids)";

    public override string JsonNumbers(string column) =>
        $"LATERAL (SELECT value::bigint AS value FROM jsonb_array_elements_text({column}::jsonb))";

    public override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, value ?? DBNull.Value);

    public override async Task<int> InsertAsync<T>(
        SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct)
    {
        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var skip = onConflict == OnConflict.Skip ? " ON CONFLICT DO NOTHING" : "";
        await using var command = session.Command($"INSERT INTO {table.Name} ({names}) SELECT {Selected(table)} FROM {Unnested(table)}{skip}");
        AddArrays(command, table, rows);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public override async Task<int> UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var sets = string.Join(", ", table.Columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = {Cast(c)}"));
        var keys = string.Join(" AND ", table.Columns.Where(c => c.IsKey).Select(c => $"t.{c.Name} = v.{c.Name}"));
        await using var command = session.Command($"UPDATE {table.Name} t SET {sets} FROM {Unnested(table)} WHERE {keys}");
        AddArrays(command, table, rows);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static string Selected<T>(SqlTable<T> table) => string.Join(", ", table.Columns.Select(Cast));

    private static string Cast<T>(SqlColumn<T> column) => column.Type switch
    {
        SqlType.TextArray => $"v.{column.Name}::text[]",
        _ => $"v.{column.Name}",
    };

    private static string Unnested<T>(SqlTable<T> table)
    {
        var arrays = string.Join(", ", table.Columns.Select((c, i) => $"@p{i}::{PostgresArray.TypeName(c.Type)}[]"));
        return $"unnest({arrays}) AS v({string.Join(", ", table.Columns.Select(c => c.Name))})";
    }

    private static void AddArrays<T>(DbCommand command, SqlTable<T> table, IReadOnlyList<T> rows)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            command.Parameters.Add(PostgresArray.Parameter($"p{i}", table.Columns[i], rows));
        }
    }
}
