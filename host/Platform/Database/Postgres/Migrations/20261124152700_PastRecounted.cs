using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialCrm.Host.Platform.Database.Postgres.Migrations;

/// <summary>
/// Counts all messages that are there from the messages themselves, those from before there were counters among them, and marks
/// all conversations to be reckoned. A node that still writes waits until that is done, so that nothing is counted twice.
/// </summary>
[DbContext(typeof(PostgresCrmDbContext))]
[Migration("20261124152700_PastRecounted")]
internal sealed class PastRecounted : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("LOCK TABLE interactions IN SHARE MODE");
        migrationBuilder.Sql("LOCK TABLE rollup_deltas, rollups IN EXCLUSIVE MODE");
        migrationBuilder.Sql("DELETE FROM rollup_deltas");
        migrationBuilder.Sql("DELETE FROM rollups");
        migrationBuilder.Sql(
            """
            INSERT INTO rollups (tenant_id, topic, slot, channel_id, direction, type, sentiment, messages)
            SELECT i.tenant_id, l.topic, floor(extract(epoch FROM i.occurred_at) / 900)::integer, i.channel_id, i.direction,
                coalesce(i.label_type, -1), coalesce(i.label_sentiment, -1), count(*)
            FROM interactions i CROSS JOIN LATERAL (
                SELECT '' AS topic
                UNION ALL SELECT chr(1) WHERE array_remove(i.label_topics, 'unsure') <> '{}'
                UNION ALL SELECT DISTINCT t FROM unnest(i.label_topics) t WHERE t <> 'unsure') l
            WHERE i.deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7
            """);
        migrationBuilder.Sql("DELETE FROM responses");
        migrationBuilder.Sql("DELETE FROM response_marks");
        migrationBuilder.Sql("INSERT INTO response_marks (tenant_id, conversation_id) SELECT tenant_id, id FROM conversations ORDER BY opened_at DESC");
    }
}
