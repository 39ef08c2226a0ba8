using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook;

public sealed class SignedWebhookPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
    }
}
