using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Database.Sqlite;

namespace SocialCrm.Host.Tests.Infrastructure;

public sealed class SqliteTestDatabase : TestDatabase
{
    internal SqliteConnectionFactory Connections => new(Path.Combine(Folder, "socialcrm.db"));

    internal override CrmDbContext Open() => new SqliteCrmDbContext(SqliteFeature.Options(Connections));
}
