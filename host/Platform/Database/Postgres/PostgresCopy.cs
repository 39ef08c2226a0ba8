using System.Buffers;
using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>Many rows by binary COPY, in the transaction that the connection is in.</summary>
internal static class PostgresCopy
{
    public static async Task WriteAsync<T>(NpgsqlConnection connection, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var bytes = Written(table, rows);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table.Name} ({names}) FROM STDIN (FORMAT BINARY)", ct);
        try
        {
            await copy.WriteAsync(bytes, ct);
            await copy.FlushAsync(ct);
        }
        catch
        {
            // Otherwise disposing it would complete what is not whole.
            await copy.CancelAsync();
            throw;
        }
    }

    private static ReadOnlyMemory<byte> Written<T>(SqlTable<T> table, IReadOnlyList<T> rows)
    {
        var bytes = new ArrayBufferWriter<byte>(rows.Count * 512);
        var format = new CopyFormat(bytes);
        format.Begin();
        foreach (var row in rows)
        {
            format.BeginRow(table.Columns.Count);
            foreach (var column in table.Columns)
            {
                format.Write(column.Value(row));
            }
        }

        format.End();
        return bytes.WrittenMemory;
    }
}
