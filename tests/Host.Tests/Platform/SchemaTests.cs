using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Tests.Infrastructure;

namespace SocialCrm.Host.Tests.Platform;

public abstract class SchemaTests(ServerFixture fixture)
{
    [Fact]
    public async Task Migrations_should_make_all_that_the_model_asks_for()
    {
        await using var scope = (await fixture.ServerAsync()).Scope();
        Assert.False(scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.HasPendingModelChanges());
    }

    public sealed class OnSqlite(SqliteServer fixture) : SchemaTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SchemaTests(fixture);
}
