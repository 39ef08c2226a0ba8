using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook;

public sealed class SignedWebhookPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) =>
        plugin.AddChannel<SignedWebhookConnector, SignedWebhookSettings>(new ChannelDescriptor
        {
            Id = "signed-webhook",
            Name = "Signed webhook",
            Description = "Your own system posts messages to this server, signed with the channel's secret, and takes the answers at an address of yours.",
            Webhook = WebhookVerification.StandardWebhooks,
            IdentityScope = IdentityScope.Channel,
            SendsIdempotently = true,
            Attachments = new AttachmentSupport(),
        });
}
