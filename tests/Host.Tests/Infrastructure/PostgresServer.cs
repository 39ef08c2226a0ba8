namespace SocialCrm.Host.Tests.Infrastructure;

public sealed class PostgresServer : ServerFixture
{
    public override async Task<TestDatabase> NewDatabaseAsync() => await PostgresTestDatabase.CreateAsync();

    protected override Task EndAsync() => PostgresCluster.EndAsync();
}
