using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialCrm.Host.Platform.Database.Sqlite;

/// <summary>Sets up the connections that EF Core opens like all others.</summary>
internal sealed class SqliteSetUp : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteConnectionFactory.SetUp((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqliteConnectionFactory.SetUp((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
