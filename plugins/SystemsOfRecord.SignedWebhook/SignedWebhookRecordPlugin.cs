using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook;

public sealed class SignedWebhookRecordPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) =>
        plugin.AddSystemOfRecord<SignedWebhookRecord, SignedWebhookRecordSettings>(new SystemOfRecordDescriptor
        {
            Id = "signed-webhook",
            Name = "Signed webhook",
            Description = "Your own CRM, help desk or integration server gets contacts and activities as signed JSON at an address of yours, and says at another what changed on its side.",
            SignsRequests = true,
        });
}
