using Microsoft.EntityFrameworkCore;
using SocialCrm.Host.Platform.Database.Postgres;
using SocialCrm.Host.Platform.Database.Sqlite;

namespace SocialCrm.Host.Platform.Database;

internal static class DatabaseFeature
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("Database");
        builder.Services.AddOptions<DatabaseOptions>().Bind(section);
        builder.Services.AddScoped<OptimisticCommands>();
        var options = section.Get<DatabaseOptions>() ?? new DatabaseOptions();
        Directory.CreateDirectory(options.DataDirectory);
        if (options.IsPostgres)
        {
            builder.Services.AddPostgres(options);
        }
        else
        {
            builder.Services.AddSqlite(options);
        }
    }

    /// <summary>Brings the schema up to date before anything is served.</summary>
    public static async Task MigrateDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();

        // A large table takes its time, and half a migration helps nobody.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await app.Services.GetRequiredService<ICrmDatabase>().PrepareAsync(() => db.Database.MigrateAsync(), CancellationToken.None);
    }
}
