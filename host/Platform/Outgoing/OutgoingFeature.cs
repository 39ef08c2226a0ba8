namespace SocialCrm.Host.Platform.Outgoing;

internal static class OutgoingFeature
{
    public static void AddOutgoing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OutgoingOptions>().Bind(builder.Configuration.GetSection("Outgoing"))
            .Configure<IConfiguration>(AddFromArguments)
            .Validate(AllowedNetworks.AreValid, "--allow-network (Outgoing:AllowedNetworks) must name networks in CIDR notation, such as 10.1.0.0/16 or fd00::/8.")
            .ValidateOnStart();
        builder.Services.AddSingleton<AddressGuard>();
        builder.Services.AddSingleton<OutgoingHttp>();
    }

    // A single value binds to no list: "Outgoing__AllowedNetworks=10.0.0.0/8" in the environment and "--allow-network 10.0.0.0/8".
    private static void AddFromArguments(OutgoingOptions options, IConfiguration configuration)
    {
        foreach (var key in new[] { "Outgoing:AllowedNetworks", "allow-network" })
        {
            if (configuration[key] is { Length: > 0 } networks)
            {
                options.AllowedNetworks.Add(networks);
            }
        }
    }
}
