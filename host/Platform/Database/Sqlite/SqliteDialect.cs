using System.Collections;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>A set of rows is one prepared statement run for each row; a list travels as a JSON array.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const int LeastCommon = 10_000;

    public override string ForUpdate => "";

    public override string ForUpdateSkipLocked => "";

    public override string ForNoKeyUpdate => "";

    public override string ForKeyShare => "";

    public override string Now => "strftime('%Y-%m-%d %H:%M:%f', 'now')";

    public override string AnyOf(string parameter) => $"IN (SELECT value FROM json_each({parameter}))";

    public override string Values(string parameter) => $"json_each({parameter})";

    public override string Greatest(string left, string right) => $"MAX({left}, {right})";

    public override string? AnnounceInboxIds => null;

    public override string? Alone(string what) => null;

    public override string InboxHorizon => "9223372036854775807";

    // One writer commits in the order of ids, so nothing is ever late; the statement is there for completeness.
    public override string MoveToTheEndOfTheInbox =>
        "UPDATE inbox SET id = (SELECT max(id) FROM inbox) + id WHERE id IN (SELECT value FROM json_each(@ids))";

    public override string JsonNumbers(string column) => $"json_each({column})";

    public override string Search(string table) =>
        $"SELECT * FROM {table} WHERE (tenant_id, id) IN (SELECT s.tenant_id, s.id FROM {table}_words w "
        + $"CROSS JOIN {table}_search s ON s.number = w.rowid WHERE {table}_words MATCH {{0}})";

    public override string SearchFor(string table, string column) =>
        $"SELECT t.{column} AS \"Value\" FROM {table}_words w CROSS JOIN {table}_search s ON s.number = w.rowid "
        + $"CROSS JOIN {table} t ON t.tenant_id = s.tenant_id AND t.id = s.id WHERE t.tenant_id = {{1}} AND {table}_words MATCH {{0}}";

    public override string SearchRare(string table) => Search(table);

    public override async Task<bool> AreCommonAsync(SqlSession session, string table, string term, CancellationToken ct) => await session.ScalarAsync<long>(
        $"SELECT count(*) FROM (SELECT 1 FROM {table}_words WHERE {table}_words MATCH @term LIMIT {LeastCommon})", new() { ["term"] = term }, ct) == LeastCommon;

    public override string During(string table) =>
        $"SELECT t.* FROM json_each(@from) f JOIN json_each(@until) u ON u.key = f.key CROSS JOIN {table} t "
        + "ON t.tenant_id = @tenant AND t.occurred_at >= f.value AND t.occurred_at < u.value";

    // A tenant's id is a word of its own in each entry. All words here are letters and digits alone.
    public override string SearchTerm(SearchWords words, Guid tenantId)
    {
        var tenant = $"tenant : \"{tenantId:N}\"";
        if (words.Terms.Count == 0)
        {
            return tenant + " AND tenant : \"none\"";
        }

        var terms = words.Terms.ToLookup(t => t.Not, t => $"words : \"{string.Join(' ', t.Words)}\"{(t.IsPrefix ? " *" : "")}");
        return $"({string.Join(" AND ", terms[false].Prepend(tenant))}){string.Concat(terms[true].Select(t => $" NOT ({t})"))}";
    }

    public override DbParameter Parameter(string name, object? value) => new SqliteParameter(name, value switch
    {
        null => DBNull.Value,
        byte[] or string => value,
        IEnumerable list => SqliteLists.Json(list),
        _ => value,
    });

    public override Task InsertAsync<T>(
        SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct)
    {
        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        var skip = onConflict == OnConflict.Skip ? " ON CONFLICT DO NOTHING" : "";
        RunForEach(session, $"INSERT INTO {table.Name} ({names}) VALUES ({values}){skip}", table, rows, ct);
        return Task.CompletedTask;
    }

    public override Task UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var columns = table.Columns.Select((column, i) => (column, i)).ToList();
        var sets = string.Join(", ", columns.Where(c => !c.column.IsKey).Select(c => $"{c.column.Name} = ?{c.i + 1}"));
        var keys = string.Join(" AND ", columns.Where(c => c.column.IsKey).Select(c => $"{c.column.Name} = ?{c.i + 1}"));
        RunForEach(session, $"UPDATE {table.Name} SET {sets} WHERE {keys}", table, rows, ct);
        return Task.CompletedTask;
    }

    private static void RunForEach<T>(SqlSession session, string sql, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        using var statement = new SqliteStatement((SqliteConnection)session.Connection, sql);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            statement.Run(table.Columns, row);
        }
    }
}
