using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace SocialCrm.Host.Platform.Database.Postgres;

/// <summary>A set of rows travels as one array a column and is unnested on the server, a large one by COPY.</summary>
internal sealed partial class PostgresDialect : SqlDialect
{
    // Marks our advisory locks that hold an inbox id: "inbx" shortened to the top 16 bits, 48 bits of id below.
    private const long InboxMark = 0x6962;

    // COPY takes ways of its own to the server. Each array that is unnested becomes a table of its own there first, so that
    // the wider a row is the more COPY saves.
    private const int Wide = 16;
    private const int WorthCopying = 10;

    private const long LeastCommon = 10_000;
    private const long CommonOneIn = 400;

    public override string ForUpdate => " FOR UPDATE";

    public override string ForUpdateSkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string ForNoKeyUpdate => " FOR NO KEY UPDATE";

    public override string ForKeyShare => " FOR KEY SHARE";

    public override string Now => "clock_timestamp()";

    public override string AnyOf(string parameter) => $"= ANY({parameter})";

    public override string Values(string parameter) => $"(SELECT unnest({parameter}) AS value)";

    public override string Greatest(string left, string right) => $"GREATEST({left}, {right})";

    // Shared, so that nobody waits for it; the transaction lets go of it once its rows can be seen.
    public override string? AnnounceInboxIds =>
        $"SELECT pg_advisory_xact_lock_shared(({InboxMark}::bigint << 48) | last_value) FROM inbox_id_seq";

    // The sequence is read before the locks: whoever took an id up to there has been holding a lock since before.
    public override string InboxHorizon =>
        $"""
        (SELECT LEAST(s.last_value, (
            SELECT min(((l.classid::bigint & 65535) << 32) | l.objid::bigint) FROM pg_locks l
            WHERE s.last_value IS NOT NULL AND l.locktype = 'advisory' AND l.objsubid = 1 AND l.classid::bigint >> 16 = {InboxMark}
            AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))) FROM inbox_id_seq s)
        """;

    public override string? Alone(string what) => $"SELECT pg_advisory_xact_lock(hashtext('{what}'))";

    public override string MoveToTheEndOfTheInbox =>
        "UPDATE inbox SET id = nextval(pg_get_serial_sequence('inbox', 'id')) WHERE id = ANY(@ids)";

    public override string JsonNumbers(string column) =>
        $"LATERAL (SELECT value::bigint AS value FROM jsonb_array_elements_text({column}::jsonb))";

    // The words were folded as the function that fills the column folds them.
    public override string Search(string table) => $"SELECT * FROM {table} WHERE search_words @@ CAST({{0}} AS tsquery)";

    public override string SearchFor(string table, string column) =>
        $"SELECT {column} AS \"Value\" FROM {table} WHERE tenant_id = {{1}} AND search_words @@ CAST({{0}} AS tsquery)";

    // OFFSET keeps the planner from looking past it at the order and the number of rows that are wanted.
    public override string SearchRare(string table) => $"SELECT * FROM ({Search(table)} OFFSET 0) AS found";

    // The planner knows the common words of a table; what it does not know it takes for every six hundredth row.
    public override async Task<bool> AreCommonAsync(SqlSession session, string table, string term, CancellationToken ct)
    {
        var expected = await ExpectedAsync(session, $"{table} WHERE search_words @@ CAST('{term.Replace("'", "''", StringComparison.Ordinal)}' AS tsquery)", ct);
        return expected >= LeastCommon && expected * CommonOneIn >= await ExpectedAsync(session, table, ct);
    }

    // Fenced as above: the spans first, and not all rows from the newest on until some lie in one of them.
    public override string During(string table) =>
        $"SELECT * FROM (SELECT t.* FROM unnest(@from, @until) AS s(from_at, until_at) JOIN {table} t "
        + "ON t.tenant_id = @tenant AND t.occurred_at >= s.from_at AND t.occurred_at < s.until_at OFFSET 0) AS during";

    // All words here are letters and digits alone. Without a word nothing is found: none is as long as this.
    public override string SearchTerm(SearchWords words, Guid tenantId) => words.Terms.Count == 0
        ? "'nothing to search for'"
        : string.Join(" & ", words.Terms.Select(t =>
            $"{(t.Not ? "!" : "")}({string.Join(" <-> ", t.Words.Select((word, i) => $"'{word}'{(t.IsPrefix && i == t.Words.Count - 1 ? ":*" : "")}"))})"));

    public override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, value ?? DBNull.Value);

    public override async Task InsertAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, OnConflict onConflict, CancellationToken ct)
    {
        if (onConflict == OnConflict.Fail && rows.Count >= WorthCopying && table.Columns.Count >= Wide)
        {
            await session.FlushAsync(ct);
            await PostgresCopy.WriteAsync((NpgsqlConnection)session.Connection, table, rows, ct);
            return;
        }

        var names = string.Join(", ", table.Columns.Select(c => c.Name));
        var skip = onConflict == OnConflict.Skip ? " ON CONFLICT DO NOTHING" : "";
        session.Defer($"INSERT INTO {table.Name} ({names}) SELECT {Selected(table)} FROM {Unnested(table)}{skip}", Arrays(table, rows));
    }

    public override Task UpdateAsync<T>(SqlSession session, SqlTable<T> table, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var sets = string.Join(", ", table.Columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = {Cast(c)}"));
        var keys = string.Join(" AND ", table.Columns.Where(c => c.IsKey).Select(c => $"t.{c.Name} = v.{c.Name}"));
        session.Defer($"UPDATE {table.Name} t SET {sets} FROM {Unnested(table)} WHERE {keys}", Arrays(table, rows));
        return Task.CompletedTask;
    }

    private static async Task<long> ExpectedAsync(SqlSession session, string rows, CancellationToken ct)
    {
        var plan = await session.QueryAsync($"EXPLAIN SELECT 1 FROM {rows}", SqlParameters.None, row => row.GetString(0), ct);
        return long.Parse(ExpectedRows().Match(plan[0]).Groups["rows"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"rows=(?<rows>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExpectedRows();

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

    private static IEnumerable<DbParameter> Arrays<T>(SqlTable<T> table, IReadOnlyList<T> rows) =>
        table.Columns.Select((column, i) => PostgresArray.Parameter($"p{i}", column, rows));
}
