using SocialCrm.Host.Platform.AdminUi;
using SocialCrm.Host.Platform.Backup;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Platform.Observability;
using SocialCrm.Host.Platform.Outgoing;

namespace SocialCrm.Host.Platform;

/// <summary>What every feature stands on.</summary>
internal static class PlatformFeature
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.AddObservability();
        builder.AddHttp();
        builder.AddAdminUi();
        builder.AddDatabase();
        builder.AddBackup();
        builder.AddEvents();
        builder.AddOutgoing();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseHttp();
        app.UseAdminUi();
    }

    public static void MapPlatform(this WebApplication app)
    {
        app.MapObservability();
        app.MapEvents();
    }
}
