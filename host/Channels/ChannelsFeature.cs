namespace SocialCrm.Host.Channels;

internal static class ChannelsFeature
{
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChannelsOptions>()
            .Configure<IConfiguration>((options, configuration) => options.PublicUrl = configuration["PublicUrl"] ?? "")
            .Validate(
                options => options.PublicUrl.Length == 0 || Platform.Outgoing.AddressGuard.IsWeb(Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var uri) ? uri : null),
                "PublicUrl must be the absolute http or https address of this server, such as https://crm.example.com.")
            .ValidateOnStart();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ChannelSecrets>().AddSingleton<ChannelReader>();
        builder.Services.AddSingleton<ChannelDirectory>().AddSingleton<ChannelCalls>().AddSingleton<ChannelNews>();
        builder.Services.AddScoped<ChannelItems>().AddScoped<WebhookAddress>().AddScoped<ChannelForm>();
        builder.Services.AddSingleton<PollSignal>().AddSingleton<PollLeases>().AddScoped<PollNow>();
        builder.Services.AddScoped<NewChannels>().AddScoped<ChannelChanges>();
    }

    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("").WithTags("Channels");
        ListConnectors.Map(channels);
        ListChannels.Map(channels);
        GetChannel.Map(channels);
        CreateChannel.Map(channels);
        UpdateChannel.Map(channels);
        DeleteChannel.Map(channels);
        CheckChannel.Map(channels);
        RotateSecret.Map(channels);
        PollNow.Map(channels);
    }
}
