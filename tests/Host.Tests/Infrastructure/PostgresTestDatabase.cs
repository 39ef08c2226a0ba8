using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Database.Postgres;

namespace SocialCrm.Host.Tests.Infrastructure;

public sealed class PostgresTestDatabase(string connectionString) : TestDatabase
{
    public string ConnectionString => connectionString;

    public override IEnumerable<KeyValuePair<string, string>> Settings =>
        base.Settings.Append(new("Database:ConnectionString", connectionString));

    internal override CrmDbContext Open() => new PostgresCrmDbContext(PostgresFeature.Options(connectionString));

    // The database itself goes with its cluster, at the end of the run.
    public static async Task<PostgresTestDatabase> CreateAsync() => new(await (await PostgresCluster.StartedAsync()).CreateDatabaseAsync());
}
