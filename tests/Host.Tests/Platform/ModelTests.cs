using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Database.Postgres;
using SocialCrm.Host.Platform.Database.Sqlite;

namespace SocialCrm.Host.Tests.Platform;

/// <summary>The model is remembered for all contexts of a process: the first to need it must not give it another shape.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Model_of_sqlite_should_not_depend_on_a_servers_services() =>
        ShouldBeWhatMigrationsMake(new SqliteCrmDbContext(Fresh(SqliteFeature.Options(new SqliteConnectionFactory("nowhere.db")))));

    [Fact]
    public void Model_of_postgres_should_not_depend_on_a_servers_services() =>
        ShouldBeWhatMigrationsMake(new PostgresCrmDbContext(Fresh(PostgresFeature.Options("Host=nowhere"))));

    private static void ShouldBeWhatMigrationsMake(CrmDbContext context)
    {
        using (context)
        {
            Assert.False(context.Database.HasPendingModelChanges());
        }
    }

    // Without a cache it is built here, and not taken from a server that another test has started.
    private static DbContextOptions<T> Fresh<T>(DbContextOptions<T> options)
        where T : DbContext => new DbContextOptionsBuilder<T>(options).EnableServiceProviderCaching(false).Options;
}
