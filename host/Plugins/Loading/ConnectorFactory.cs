using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Makes the connector of a channel from the plugin's services and the channel's settings.</summary>
internal sealed class ConnectorFactory<TConnector, TSettings>(SettingsForm form)
    where TConnector : class, IChannelConnector
    where TSettings : class, new()
{
    public IChannelConnector Create(IServiceProvider services, InstanceSetup setup) =>
        InstanceFactory.Create<TConnector, ChannelContext<TSettings>>(services, () => new ChannelContext<TSettings>
        {
            ChannelId = setup.Id.ToString(),
            Settings = form.Filled<TSettings>(setup.Settings),
            SigningSecret = setup.SigningSecrets.Count > 0 ? setup.SigningSecrets[0] : null,
            Http = setup.Outgoing.NewClient(),
            CheckAddressAsync = setup.Outgoing.Guard.WhyRefusedAsync,
            OpenAttachmentAsync = setup.OpenAttachmentAsync ?? (static (_, _) => throw new IOException("This host hands out no files.")),
        });
}
