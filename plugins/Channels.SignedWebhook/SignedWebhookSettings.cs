using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.SignedWebhook;

public sealed class SignedWebhookSettings
{
    [Setting("Callback address",
        Help = "Replies are posted here, signed with the channel's secret. Leave it empty for a channel that only receives.",
        Placeholder = "https://support.example.com/social-crm/replies",
        RequiredForReplies = true)]
    public Uri? CallbackUrl { get; init; }
}
