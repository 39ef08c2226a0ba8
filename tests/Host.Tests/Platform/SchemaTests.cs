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

    [Fact]
    public async Task Search_should_follow_every_change_after_all_migrations()
    {
        var tenant = await fixture.NewTenantAsync();
        using var channel = await TestChannel.CreateAsync(tenant.Owner);
        await SearchUpkeep.HoldsAsync(tenant.Server, channel);
    }

    public sealed class OnSqlite(SqliteServer fixture) : SchemaTests(fixture);

    public sealed class OnPostgres(PostgresServer fixture) : SchemaTests(fixture);
}
