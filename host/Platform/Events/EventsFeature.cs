using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Platform.Events;

internal static class EventsFeature
{
    public static void AddEvents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR();
        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.IsPostgres)
        {
            builder.Services.AddSingleton<PostgresFeed>();
            builder.Services.AddSingleton<WorkspaceFeed>(services => services.GetRequiredService<PostgresFeed>());
            builder.Services.AddHostedService<PostgresListener>();
        }
        else
        {
            builder.Services.AddSingleton<WorkspaceFeed, LocalFeed>();
        }
    }

    public static void MapEvents(this WebApplication app) => app.MapHub<WorkspaceHub>("/hubs/workspace");
}
