namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>
/// The words go into the indexes folded by search_fold, which each connection brings: SQLite takes accents off Latin
/// letters alone, and what is found must not depend on the database.
/// </summary>
internal static class FoldedWords
{
    public static IEnumerable<string> Statements() =>
        Index("interactions", row => $"search_fold({row}.text)", "text")
            .Concat(Index("identities", row => $"search_fold(coalesce({row}.name, '') || ' ' || coalesce({row}.handle, '') || ' ' || {row}.external_id)", "name, handle"));

    private static IEnumerable<string> Index(string table, Func<string, string> words, string columns)
    {
        var (before, now, row) = (words("old"), words("new"), $"(SELECT number FROM {table}_search WHERE tenant_id = old.tenant_id AND id = old.id)");
        var add =
            $"INSERT INTO {table}_search (tenant_id, id) VALUES (new.tenant_id, new.id) ON CONFLICT DO NOTHING; "
            + $"INSERT INTO {table}_words (rowid, tenant, words) SELECT number, replace(new.tenant_id, '-', ''), {now} FROM {table}_search "
            + $"WHERE tenant_id = new.tenant_id AND id = new.id AND {now} IS NOT NULL;";
        yield return $"DROP TRIGGER IF EXISTS {table}_search_added";
        yield return $"DROP TRIGGER IF EXISTS {table}_search_changed";
        yield return $"DROP TRIGGER IF EXISTS {table}_search_removed";
        yield return $"INSERT INTO {table}_words ({table}_words) VALUES ('delete-all')";
        yield return
            $"INSERT INTO {table}_words (rowid, tenant, words) SELECT s.number, replace(s.tenant_id, '-', ''), {words("t")} FROM {table} t "
            + $"JOIN {table}_search s ON s.tenant_id = t.tenant_id AND s.id = t.id WHERE {words("t")} IS NOT NULL";
        yield return $"CREATE TRIGGER {table}_search_added AFTER INSERT ON {table} BEGIN {add} END";
        yield return
            $"CREATE TRIGGER {table}_search_changed AFTER UPDATE OF {columns} ON {table} WHEN {before} IS NOT {now} BEGIN "
            + $"DELETE FROM {table}_words WHERE rowid = {row}; {add} END";
        yield return
            $"CREATE TRIGGER {table}_search_removed AFTER DELETE ON {table} BEGIN "
            + $"DELETE FROM {table}_words WHERE rowid = {row}; DELETE FROM {table}_search WHERE tenant_id = old.tenant_id AND id = old.id; END";
    }
}
