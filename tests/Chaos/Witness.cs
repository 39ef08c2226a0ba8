using Npgsql;

namespace SocialCrm.Chaos;

/// <summary>
/// Sees in the database itself in which order messages were applied and polls committed, and by whom: nodes whose clocks
/// differ could not say. What it notes is written by the transactions it watches.
/// </summary>
public sealed class Witness(string connectionString)
{
    // None is kept: a database that is restarted would leave a broken one for the next question.
    private readonly string _connection = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private const string Schema = """
        CREATE TABLE chaos_applied (n bigint GENERATED ALWAYS AS IDENTITY, external_id text NOT NULL, id uuid NOT NULL);
        CREATE FUNCTION chaos_note_applied() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO chaos_applied (external_id, id) VALUES (NEW.external_id, NEW.id);
            RETURN NULL;
        END $$;
        CREATE TRIGGER chaos_applied AFTER INSERT ON interactions FOR EACH ROW WHEN (NEW.external_id IS NOT NULL) EXECUTE FUNCTION chaos_note_applied();
        CREATE TABLE chaos_polls (n bigint GENERATED ALWAYS AS IDENTITY, channel_id uuid NOT NULL, epoch bigint NOT NULL, node text NOT NULL, claimed boolean NOT NULL);
        CREATE FUNCTION chaos_note_poll() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO chaos_polls (channel_id, epoch, node, claimed)
            VALUES (NEW.channel_id, NEW.epoch, COALESCE(current_setting('chaos.node', true), ''), NEW.epoch <> OLD.epoch);
            RETURN NULL;
        END $$;
        CREATE TRIGGER chaos_polls AFTER UPDATE ON channel_polls FOR EACH ROW
        WHEN (NEW.epoch IS DISTINCT FROM OLD.epoch OR NEW.last_poll_at IS DISTINCT FROM OLD.last_poll_at) EXECUTE FUNCTION chaos_note_poll();
        """;

    public Task BeginAsync() => RunAsync(Schema);

    /// <summary>The network's ids in the order in which the messages were applied, each as often as it was.</summary>
    public Task<List<string>> AppliedAsync() => ReadAsync("SELECT external_id FROM chaos_applied ORDER BY n", row => row.GetString(0));

    /// <summary>Claims of a channel and what was committed under them, in their order.</summary>
    public Task<List<(Guid Channel, long Epoch, string Node, bool Claimed)>> PollsAsync() => ReadAsync(
        "SELECT channel_id, epoch, node, claimed FROM chaos_polls ORDER BY channel_id, n",
        row => (row.GetGuid(0), row.GetInt64(1), row.GetString(2), row.GetBoolean(3)));

    /// <summary>Ends the lease of every channel, as though its holder had been silent for long.</summary>
    public Task EndLeasesAsync() => RunAsync(
        "UPDATE channel_polls SET leased_until = clock_timestamp() - interval '1 second', due_at = clock_timestamp() WHERE leased_until > clock_timestamp()");

    public async Task<long> CountAsync(string query) => (await ReadAsync(query, row => row.GetInt64(0)))[0];

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
