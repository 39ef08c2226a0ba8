using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Backup;

namespace SocialCrm.Host.Platform.Database.Sqlite;

internal static class SqliteFeature
{
    public static void AddSqlite(this IServiceCollection services, DatabaseOptions options)
    {
        var connections = new SqliteConnectionFactory(Path.Combine(options.DataDirectory, "socialcrm.db"));
        services.AddSingleton(connections);
        services.AddSingleton<ICrmDatabase, SqliteDatabase>();
        services.AddSingleton<IDatabaseCopies, SqliteCopies>();
        services.AddDbContext<SqliteCrmDbContext>(db => Configure(db, connections));
        services.AddScoped<CrmDbContext>(provider => provider.GetRequiredService<SqliteCrmDbContext>());
    }

    /// <summary>For a database other than the server's own.</summary>
    public static DbContextOptions<SqliteCrmDbContext> Options(SqliteConnectionFactory connections)
    {
        var builder = new DbContextOptionsBuilder<SqliteCrmDbContext>();
        Configure(builder, connections);
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder db, SqliteConnectionFactory connections) =>
        db.UseSqlite(connections.ConnectionString).AddInterceptors(new SqliteSetUp());
}
