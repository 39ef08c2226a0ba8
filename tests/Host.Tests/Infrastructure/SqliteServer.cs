namespace SocialCrm.Host.Tests.Infrastructure;

public sealed class SqliteServer : ServerFixture
{
    public override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}
