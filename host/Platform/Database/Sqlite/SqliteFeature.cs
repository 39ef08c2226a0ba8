using Microsoft.EntityFrameworkCore;

namespace SocialCrm.Host.Platform.Database.Sqlite;

internal static class SqliteFeature
{
    public static void AddSqlite(this IServiceCollection services, DatabaseOptions options)
    {
        var connections = new SqliteConnectionFactory(Path.Combine(options.DataDirectory, "socialcrm.db"));
        services.AddSingleton(connections);
        services.AddSingleton<ICrmDatabase, SqliteDatabase>();
        services.AddDbContext<SqliteCrmDbContext>(db => db.UseSqlite(connections.ConnectionString).AddInterceptors(new SqliteSetUp()));
        services.AddScoped<CrmDbContext>(provider => provider.GetRequiredService<SqliteCrmDbContext>());
    }
}
