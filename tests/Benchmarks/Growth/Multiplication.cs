using Npgsql;

namespace SocialCrm.Benchmarks.Growth;

/// <summary>
/// Makes the history of a channel many times as large, by copies of all that the server stored of it: each copy has customers,
/// conversations and messages of its own, a quarter of an hour earlier than the copy before. What is counted is counted anew.
/// Written in the order of time, as it would have come in; while no server runs.
/// </summary>
internal sealed class Multiplication(string connectionString, Guid channel)
{
    private const string Earlier = "- k * interval '15 minutes'";

    private static readonly string[] Grown = ["customers", "identities", "conversations", "conversation_activity", "relationships", "conversation_spans", "responses", "message_registry", "interactions"];

    public async Task RunAsync(int copies, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        string[] settings = ["SET synchronous_commit = off", "SET work_mem = '256MB'", "SET maintenance_work_mem = '1GB'", Moved, $"CREATE TEMP TABLE k AS SELECT generate_series(1, {copies}) k"];
        await RunAsync(connection, settings, ct);
        var indexes = await IndexesAsync(connection, ct);
        await RunAsync(connection, indexes.Select(i => $"DROP INDEX {i.Name}"), ct);
        await RunAsync(connection, People().Concat(Conversations()).Append(Messages()).Select(OfChannel), ct);
        await RunAsync(connection, Counters().Select(OfChannel), ct);
        await RunAsync(connection, indexes.Select(i => i.Definition), ct);
        await RunAsync(connection, ["VACUUM ANALYZE"], ct);
    }

    // A time-ordered id keeps what makes it unique, gets the copy's number for its last four digits, and begins with its new time.
    private const string Moved =
        """
        CREATE OR REPLACE FUNCTION pg_temp.moved(u uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT encode(
                substr(int8send(('x' || encode(substr(uuid_send(u), 1, 6), 'hex'))::bit(48)::bigint - k * 900000::bigint), 3) || substr(uuid_send(u), 7, 8) || int2send(k::smallint),
                'hex')::uuid $$
        """;

    private static IEnumerable<string> People() =>
    [
        """
        INSERT INTO customers (tenant_id, id, name, created_at, version)
        SELECT tenant_id, pg_temp.moved(id, k), name || '-' || k, created_at, version FROM customers, k
        WHERE id IN (SELECT customer_id FROM identities WHERE channel_id = @channel)
        """,
        $"""
        INSERT INTO relationships (tenant_id, identity_id, state, last_contact_at, version)
        SELECT tenant_id, pg_temp.moved(identity_id, k), state, last_contact_at {Earlier}, version FROM relationships, k
        WHERE identity_id IN (SELECT id FROM identities WHERE channel_id = @channel)
        """,
        """
        INSERT INTO identities (tenant_id, id, customer_id, channel_id, scope, external_id, handle, name, profile_at, created_at)
        SELECT tenant_id, pg_temp.moved(id, k), pg_temp.moved(customer_id, k), channel_id, scope, external_id || '-' || k, handle || '-' || k, name || '-' || k, profile_at, created_at
        FROM identities, k WHERE channel_id = @channel
        """,
    ];

    private static IEnumerable<string> Conversations() =>
    [
        $"""
        INSERT INTO conversation_activity (tenant_id, conversation_id, last_activity_at, last_interaction_id, last_inbound_at, last_inbound_id, last_outbound_at, message_count, status)
        SELECT a.tenant_id, pg_temp.moved(conversation_id, k), last_activity_at {Earlier}, pg_temp.moved(last_interaction_id, k),
            last_inbound_at {Earlier}, pg_temp.moved(last_inbound_id, k), last_outbound_at {Earlier}, message_count, a.status
        FROM conversation_activity a JOIN conversations c ON c.tenant_id = a.tenant_id AND c.id = a.conversation_id, k WHERE channel_id = @channel ORDER BY 3
        """,
        $"""
        INSERT INTO conversations (tenant_id, id, channel_id, identity_id, thread_key, status, assignee_id, team_id, is_public, opened_at, resolved_at, version, priority, tags)
        SELECT tenant_id, pg_temp.moved(id, k), channel_id, pg_temp.moved(identity_id, k), thread_key || '-' || k, status, assignee_id, team_id, is_public,
            opened_at {Earlier}, resolved_at {Earlier}, version, priority, tags
        FROM conversations, k WHERE channel_id = @channel ORDER BY 10
        """,
        $"""
        INSERT INTO conversation_spans (tenant_id, conversation_id, number, channel_id, ours, from_at, until_at)
        SELECT tenant_id, pg_temp.moved(conversation_id, k), number, channel_id, ours, from_at {Earlier}, CASE WHEN until_at > now() THEN until_at ELSE until_at {Earlier} END
        FROM conversation_spans, k WHERE channel_id = @channel
        """,
        $"""
        INSERT INTO responses (tenant_id, interaction_id, conversation_id, channel_id, slot, seconds, at, is_first)
        SELECT tenant_id, pg_temp.moved(interaction_id, k), pg_temp.moved(conversation_id, k), channel_id, slot - k, seconds, at {Earlier}, is_first
        FROM responses, k WHERE channel_id = @channel
        """,
    ];

    private static string Messages()
    {
        const string Labels = "label_type, label_asks, label_complains, label_praises, label_sentiment, label_action, label_urgency, label_language, label_topics, label_details, labels_pending, model_version, attachment_count";
        return $"""
            INSERT INTO interactions (tenant_id, id, channel_id, identity_id, conversation_id, external_id, revision, direction, kind, text, is_public, in_reply_to, occurred_at, received_at, raw_index, {Labels})
            SELECT tenant_id, pg_temp.moved(id, k), channel_id, pg_temp.moved(identity_id, k), pg_temp.moved(conversation_id, k), external_id || '-' || k, revision, direction, kind,
                text, is_public, in_reply_to || '-' || k, occurred_at {Earlier}, received_at, raw_index, {Labels}
            FROM interactions, k WHERE channel_id = @channel ORDER BY occurred_at {Earlier}
            """;
    }

    /// <summary>As the migrations count what was there before there were counters; the days are left to the server.</summary>
    private static IEnumerable<string> Counters() =>
    [
        """
        INSERT INTO message_registry (tenant_id, channel_id, external_id, interaction_id, revision, tombstone, bucket, seen_at)
        SELECT tenant_id, channel_id, external_id || '-' || k, pg_temp.moved(interaction_id, k), revision, tombstone, bucket, seen_at FROM message_registry, k WHERE channel_id = @channel
        """,
        """
        INSERT INTO open_counts (tenant_id, slot, channel_id, ours, conversations)
        SELECT tenant_id, slot - k, channel_id, ours, sum(conversations) FROM (SELECT * FROM open_counts) o, k WHERE channel_id = @channel GROUP BY 1, 2, 3, 4
        ON CONFLICT (tenant_id, slot, channel_id, ours) DO UPDATE SET conversations = open_counts.conversations + excluded.conversations
        """,
        "DELETE FROM rollups WHERE channel_id = @channel",
        """
        INSERT INTO rollups (tenant_id, topic, slot, channel_id, direction, type, sentiment, messages)
        SELECT i.tenant_id, l.topic, floor(extract(epoch FROM i.occurred_at) / 900)::integer, i.channel_id, i.direction, coalesce(i.label_type, -1), coalesce(i.label_sentiment, -1), count(*)
        FROM interactions i CROSS JOIN LATERAL (
            SELECT '' AS topic
            UNION ALL SELECT chr(1) WHERE array_remove(i.label_topics, 'unsure') <> '{}'
            UNION ALL SELECT DISTINCT t FROM unnest(i.label_topics) t WHERE t <> 'unsure') l
        WHERE i.channel_id = @channel AND i.deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7
        """,
        "DELETE FROM day_counts",
        "DELETE FROM counted_zones WHERE zone <> ''",
    ];

    private string OfChannel(string sql) => sql.Replace("@channel", $"'{channel}'", StringComparison.Ordinal);

    // Made anew over the whole table they cost a fraction of what growing them row by row does.
    private static async Task<List<(string Name, string Definition)>> IndexesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(
            "SELECT quote_ident(indexname), indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(@tables) AND indexname NOT LIKE 'pk%'", connection);
        query.Parameters.AddWithValue("tables", Grown);
        await using var reader = await query.ExecuteReaderAsync(ct);
        var indexes = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            // Of a table with partitions it says ONLY, which would leave them without.
            indexes.Add((reader.GetString(0), reader.GetString(1).Replace(" ON ONLY ", " ON ", StringComparison.Ordinal)));
        }

        return indexes;
    }

    private static async Task RunAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken ct)
    {
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
