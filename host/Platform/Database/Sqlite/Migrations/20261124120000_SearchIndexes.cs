using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialCrm.Host.Platform.Database.Sqlite.Migrations;

/// <summary>
/// What EF Core has no word for: full-text indexes that triggers keep. The numbers of their entries stand in a table of
/// their own, because SQLite may give the rows of others new ones.
/// </summary>
[DbContext(typeof(SqliteCrmDbContext))]
[Migration("20261124120000_SearchIndexes")]
internal sealed class SearchIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Index(migrationBuilder, "interactions", row => $"{row}.text", "text");
        Index(migrationBuilder, "identities", row => $"coalesce({row}.name, '') || ' ' || coalesce({row}.handle, '') || ' ' || {row}.external_id", "name, handle");
    }

    private static void Index(MigrationBuilder migrationBuilder, string table, Func<string, string> words, string columns)
    {
        var (before, now, row) = (words("old"), words("new"), $"(SELECT number FROM {table}_search WHERE tenant_id = old.tenant_id AND id = old.id)");
        var add =
            $"INSERT INTO {table}_search (tenant_id, id) VALUES (new.tenant_id, new.id) ON CONFLICT DO NOTHING; "
            + $"INSERT INTO {table}_words (rowid, tenant, words) SELECT number, replace(new.tenant_id, '-', ''), {now} FROM {table}_search "
            + $"WHERE tenant_id = new.tenant_id AND id = new.id AND {now} IS NOT NULL;";
        migrationBuilder.Sql($"CREATE TABLE {table}_search (number INTEGER PRIMARY KEY, tenant_id TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (tenant_id, id))");
        migrationBuilder.Sql(
            $"CREATE VIRTUAL TABLE {table}_words USING fts5(tenant, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
        migrationBuilder.Sql($"INSERT INTO {table}_search (tenant_id, id) SELECT tenant_id, id FROM {table}");
        migrationBuilder.Sql(
            $"INSERT INTO {table}_words (rowid, tenant, words) SELECT s.number, replace(s.tenant_id, '-', ''), {words("t")} FROM {table} t "
            + $"JOIN {table}_search s ON s.tenant_id = t.tenant_id AND s.id = t.id WHERE {words("t")} IS NOT NULL");
        migrationBuilder.Sql($"CREATE TRIGGER {table}_search_added AFTER INSERT ON {table} BEGIN {add} END");
        migrationBuilder.Sql(
            $"CREATE TRIGGER {table}_search_changed AFTER UPDATE OF {columns} ON {table} WHEN {before} IS NOT {now} BEGIN "
            + $"DELETE FROM {table}_words WHERE rowid = {row}; {add} END");
        migrationBuilder.Sql(
            $"CREATE TRIGGER {table}_search_removed AFTER DELETE ON {table} BEGIN "
            + $"DELETE FROM {table}_words WHERE rowid = {row}; DELETE FROM {table}_search WHERE tenant_id = old.tenant_id AND id = old.id; END");
    }
}
