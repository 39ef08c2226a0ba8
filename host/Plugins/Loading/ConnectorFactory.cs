using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Makes the connector of a channel from the plugin's services and the channel's settings.</summary>
internal sealed class ConnectorFactory<TConnector, TSettings>(SettingsForm form)
    where TConnector : class, IChannelConnector
    where TSettings : class, new()
{
    // ActivatorUtilities refuses an argument that no constructor takes, and a connector without needs takes none.
    private static bool TakesContext { get; } = Array.Exists(
        typeof(TConnector).GetConstructors(),
        constructor => Array.Exists(constructor.GetParameters(), p => p.ParameterType == typeof(ChannelContext<TSettings>)));

    public IChannelConnector Create(IServiceProvider services, ChannelSetup setup)
    {
        if (!TakesContext)
        {
            return ActivatorUtilities.CreateInstance<TConnector>(services);
        }

        var settings = new TSettings();
        form.Bind(settings, setup.Settings);
        return ActivatorUtilities.CreateInstance<TConnector>(services, new ChannelContext<TSettings>
        {
            ChannelId = setup.ChannelId.ToString(),
            Settings = settings,
            SigningSecret = setup.SigningSecret,
            Http = setup.Outgoing.NewClient(),
            CheckAddressAsync = setup.Outgoing.Guard.WhyRefusedAsync,
        });
    }
}
