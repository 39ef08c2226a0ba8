using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Backup;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Database.Postgres;
using SocialCrm.Host.Platform.Database.Sqlite;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

public abstract class UpgradeCheckTests(ServerFixture fixture)
{
    [Fact]
    public async Task Upgrade_should_be_tried_on_a_copy_and_leave_the_database_as_it_is()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var db = database.Open();
        var known = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(known[0]);

        var (wentWell, said) = await CheckAsync(database, db);

        Assert.True(wentWell, said);
        Assert.All(known.Skip(1), migration => Assert.Contains(migration, said, StringComparison.Ordinal));
        Assert.Equal([known[0]], await db.Database.GetAppliedMigrationsAsync());
        Assert.Empty(Directory.EnumerateFiles(database.Folder, ".copy*"));
    }

    [Fact]
    public async Task Nothing_should_be_tried_on_a_database_that_is_up_to_date()
    {
        await using var database = await fixture.NewDatabaseAsync();
        await using var db = database.Open();
        await db.Database.MigrateAsync();

        var (wentWell, said) = await CheckAsync(database, db);

        Assert.True(wentWell);
        Assert.Contains("up to date", said, StringComparison.Ordinal);
    }

    private protected abstract IDatabaseCopies Copies(TestDatabase database);

    private async Task<(bool WentWell, string Said)> CheckAsync(TestDatabase database, CrmDbContext db)
    {
        var said = new StringWriter();
        var check = new UpgradeCheck(Copies(database), db, Options.Create(new DatabaseOptions { DataDirectory = database.Folder }), TimeProvider.System);
        return (await check.RunAsync(said, CancellationToken.None), said.ToString());
    }

    public sealed class OnSqlite(SqliteServer fixture) : UpgradeCheckTests(fixture)
    {
        private protected override IDatabaseCopies Copies(TestDatabase database) => new SqliteCopies(((SqliteTestDatabase)database).Connections);
    }

    public sealed class OnPostgres(PostgresServer fixture) : UpgradeCheckTests(fixture)
    {
        private protected override IDatabaseCopies Copies(TestDatabase database) =>
            new PostgresCopies(Options.Create(new DatabaseOptions { ConnectionString = ((PostgresTestDatabase)database).ConnectionString }));
    }
}
