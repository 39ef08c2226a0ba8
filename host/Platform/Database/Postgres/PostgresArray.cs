using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>One column of many rows as an array parameter.</summary>
internal static class PostgresArray
{
    public static string TypeName(SqlType type) => type switch
    {
        SqlType.Uuid => "uuid",
        SqlType.Text or SqlType.TextArray => "text",
        SqlType.Bytes => "bytea",
        SqlType.SmallInt => "smallint",
        SqlType.Integer => "integer",
        SqlType.BigInt => "bigint",
        SqlType.Boolean => "boolean",
        SqlType.Timestamp => "timestamptz",
    };

    public static DbParameter Parameter<T>(string name, SqlColumn<T> column, IReadOnlyList<T> rows) => column.Type switch
    {
        SqlType.Uuid => Of<T, Guid?>(name, NpgsqlDbType.Uuid, column, rows),
        SqlType.Text => Of<T, string?>(name, NpgsqlDbType.Text, column, rows),
        SqlType.Bytes => Of<T, byte[]?>(name, NpgsqlDbType.Bytea, column, rows),
        SqlType.SmallInt => Of<T, short?>(name, NpgsqlDbType.Smallint, column, rows),
        SqlType.Integer => Of<T, int?>(name, NpgsqlDbType.Integer, column, rows),
        SqlType.BigInt => Of<T, long?>(name, NpgsqlDbType.Bigint, column, rows),
        SqlType.Boolean => Of<T, bool?>(name, NpgsqlDbType.Boolean, column, rows),
        SqlType.Timestamp => Of<T, DateTime?>(name, NpgsqlDbType.TimestampTz, column, rows),
        SqlType.TextArray => Of<T, string?>(name, NpgsqlDbType.Text, column with { Value = row => Literal(column.Value(row)) }, rows),
    };

    // unnest flattens an array of arrays, so an inner array travels as its text form.
    private static string? Literal(object? value) => value is string[] texts ? $"{{{string.Join(',', texts.Select(Quoted))}}}" : null;

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static NpgsqlParameter<TValue[]> Of<T, TValue>(string name, NpgsqlDbType type, SqlColumn<T> column, IReadOnlyList<T> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (TValue)column.Value(rows[i])!;
        }

        return new NpgsqlParameter<TValue[]>(name, NpgsqlDbType.Array | type) { TypedValue = values };
    }
}
