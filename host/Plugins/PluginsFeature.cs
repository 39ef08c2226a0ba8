using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Plugins;

internal static class PluginsFeature
{
    public static void AddPlugins(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PluginsOptions>().Bind(builder.Configuration.GetSection("Plugins"))
            .Validate(
                options => options.BundledDirectory.Length == 0 || Directory.Exists(options.BundledDirectory),
                "Plugins:BundledDirectory must name a folder that exists; leave it out to use the plugins that came with the server.")
            .Validate(options => options.WatchEvery > TimeSpan.Zero, "Plugins:WatchEvery must be a time span such as 00:00:10.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PluginFolder>().AddSingleton<BundledPlugins>();
        builder.Services.AddSingleton<PluginSecrets>().AddSingleton<WantedStates>().AddSingleton<PluginRuntime>();
        builder.Services.AddScoped<SavedPluginSettings>().AddScoped<PluginWishes>();
        builder.Services.AddHostedService<PluginStartup>();
    }

    public static void MapPlugins(this IEndpointRouteBuilder api)
    {
        var plugins = api.MapGroup("").WithTags("Plugins");
        ListPlugins.Map(plugins);
        StartPlugin.Map(plugins);
        StopPlugin.Map(plugins);
        GetPluginSettings.Map(plugins);
        ChangePluginSettings.Map(plugins);
    }
}
