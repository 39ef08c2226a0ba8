using Npgsql;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>A transaction that sees the database as it was when it began, as a report's or pg_dump's does: what is deleted meanwhile must stay.</summary>
internal sealed class HeldSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
