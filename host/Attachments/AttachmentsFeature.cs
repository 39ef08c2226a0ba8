using Microsoft.Extensions.Options;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Attachments;

internal static class AttachmentsFeature
{
    public static void AddAttachments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AttachmentsOptions>().BindConfiguration("Attachments").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FolderFileStore>().AddSingleton<DatabaseFileStore>().AddSingleton(Store);
        services.AddSingleton<FileIntake>().AddSingleton<AttachmentSource>().AddSingleton<FetchSignal>();
        services.AddSingleton<MediaLinks>().AddSingleton<AttachmentContents>().AddSingleton<FileRules>();
        services.AddSingleton(provider => new MediaHandles(provider.GetRequiredService<MediaLinks>(), provider.GetRequiredService<AttachmentContents>()));
        services.AddSingleton(provider => new OutboundMedia(provider.GetRequiredService<MediaLinks>()));
        services.AddScoped<AttachmentViews>().AddScoped<DraftAttachments>().AddScoped<UploadAttachment>();
        services.AddSingleton<FileSweep>().AddHostedService(provider => provider.GetRequiredService<FileSweep>());
        services.AddHostedService<AttachmentFetch>();
    }

    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var attachments = api.MapGroup("").WithTags("Attachments");
        UploadAttachment.Map(attachments);
        GetAttachment.Map(attachments);
        RemoveAttachment.Map(attachments);
    }

    /// <summary>Proven by the address itself, outside the API.</summary>
    public static void MapMedia(this WebApplication app) => ServeMedia.Map(app);

    private static IFileStore Store(IServiceProvider services)
    {
        var shared = services.GetRequiredService<IOptions<DatabaseOptions>>().Value.IsPostgres;
        var wanted = services.GetRequiredService<IOptions<AttachmentsOptions>>().Value.Store;
        if (wanted == "database" || (wanted == "auto" && shared))
        {
            return services.GetRequiredService<DatabaseFileStore>();
        }

        var folder = services.GetRequiredService<FolderFileStore>();
        if (shared)
        {
            services.GetRequiredService<ILogger<FolderFileStore>>().FolderOfOneNode(folder.Root);
        }

        return folder;
    }
}
