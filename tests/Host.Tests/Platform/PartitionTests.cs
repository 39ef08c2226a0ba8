using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocialCrm.Host.Platform.Database.Postgres;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>Only PostgreSQL has partitions.</summary>
public sealed class PartitionTests(PostgresServer fixture)
{
    [Fact]
    public async Task Server_that_runs_for_years_should_make_the_partitions_of_coming_months()
    {
        var source = (await fixture.ServerAsync()).Services.GetRequiredService<NpgsqlDataSource>();
        using var keeper = new PartitionKeeper(source, new LaterClock(), NullLogger<PartitionKeeper>.Instance);
        await keeper.StartAsync(CancellationToken.None);
        var month = new LaterClock().GetUtcNow().AddMonths(1);
        await Eventually.HoldsAsync("the partition of a month years ahead", () => ExistsAsync(source, $"interactions_y{month:yyyy}m{month:MM}"));
        await keeper.StopAsync(CancellationToken.None);
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource source, string table)
    {
        await using var query = source.CreateCommand("SELECT to_regclass($1) IS NOT NULL");
        query.Parameters.Add(new() { Value = table });
        return (bool)(await query.ExecuteScalarAsync())!;
    }

    /// <summary>Five years on, where a day lasts 86 milliseconds.</summary>
    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 1_000_000, period / 1_000_000);
    }
}
