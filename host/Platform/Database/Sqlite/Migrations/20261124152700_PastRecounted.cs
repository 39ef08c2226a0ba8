using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialCrm.Host.Platform.Database.Sqlite.Migrations;

/// <summary>
/// Counts all messages that are there from the messages themselves, those from before there were counters among them, and marks
/// all conversations to be reckoned.
/// </summary>
[DbContext(typeof(SqliteCrmDbContext))]
[Migration("20261124152700_PastRecounted")]
internal sealed class PastRecounted : Migration
{
    // Whole seconds, and rounded down before 1970 too: as the server counts.
    private const string Counted =
        """
        SELECT i.tenant_id, i.id, (unixepoch(substr(i.occurred_at, 1, 19)) + 9000000000) / 900 - 10000000 AS slot, i.channel_id, i.direction,
            coalesce(i.label_type, -1) AS type, coalesce(i.label_sentiment, -1) AS sentiment, i.label_topics FROM interactions i WHERE i.deleted_at IS NULL
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DELETE FROM rollup_deltas");
        migrationBuilder.Sql("DELETE FROM rollups");
        migrationBuilder.Sql(
            $"""
            WITH counted AS ({Counted}),
            topics AS (SELECT DISTINCT c.tenant_id, c.id, t.value AS topic FROM counted c, json_each(c.label_topics) t WHERE t.value <> 'unsure'),
            cells AS (
                SELECT tenant_id, id, '' AS topic FROM counted
                UNION ALL SELECT DISTINCT tenant_id, id, char(1) FROM topics
                UNION ALL SELECT tenant_id, id, topic FROM topics)
            INSERT INTO rollups (tenant_id, topic, slot, channel_id, direction, type, sentiment, messages)
            SELECT c.tenant_id, l.topic, c.slot, c.channel_id, c.direction, c.type, c.sentiment, count(*)
            FROM cells l JOIN counted c ON c.tenant_id = l.tenant_id AND c.id = l.id GROUP BY 1, 2, 3, 4, 5, 6, 7
            """);
        // Counts of topics over years read very many cells: with all that they need in the index, not one by one from the table.
        migrationBuilder.Sql("DROP INDEX ix_rollups_tenant_id_slot");
        migrationBuilder.Sql("CREATE INDEX ix_rollups_tenant_id_slot ON rollups (tenant_id, slot, topic, direction, channel_id, type, sentiment, messages)");
        migrationBuilder.Sql("DELETE FROM responses");
        migrationBuilder.Sql("DELETE FROM response_marks");
        migrationBuilder.Sql("INSERT INTO response_marks (tenant_id, conversation_id) SELECT tenant_id, id FROM conversations ORDER BY opened_at DESC");
    }
}
