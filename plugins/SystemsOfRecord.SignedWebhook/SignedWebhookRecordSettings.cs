using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook;

public sealed class SignedWebhookRecordSettings
{
    [Setting("Event address",
        Help = "Contacts and activities are posted here, signed with the system’s secret.",
        Placeholder = "https://crm.example.com/social-crm/events",
        Required = true)]
    public Uri? EventUrl { get; init; }

    [Setting("Pull address",
        Help = "Asked for what changed on the other side: owner, tier and other fields. Leave it empty for a system that is only told.",
        Placeholder = "https://crm.example.com/social-crm/changes",
        RequiredForPulling = true)]
    public Uri? PullUrl { get; init; }

    [Setting("Bearer token",
        Help = "Sent along with each pull, for a system that wants one. Pulls are signed with the system’s secret in any case.",
        Secret = true)]
    public string? PullToken { get; init; }

    [Setting("Minutes between pulls", Min = 1, Max = 1440)]
    public int PullMinutes { get; init; } = 5;
}
