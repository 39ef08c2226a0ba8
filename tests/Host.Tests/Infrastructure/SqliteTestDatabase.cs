namespace SocialCrm.Host.Tests.Infrastructure;

public sealed class SqliteTestDatabase : TestDatabase;
