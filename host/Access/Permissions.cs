namespace SocialCrm.Host.Access;

/// <summary>What a caller may be allowed to do. Each is also the name of the authorization policy that asks for it.</summary>
public static class Permissions
{
    public const string ReadWorkspace = "workspace.read";
    public const string WorkConversations = "conversations.work";
    public const string ManageDeadLetters = "deadletters.manage";
    public const string ManageTopics = "topics.manage";
    public const string ManageRouting = "routing.manage";
    public const string ManageReplays = "replays.manage";
    public const string ManageChannels = "channels.manage";
    public const string ManageRecords = "records.manage";
    public const string ManageApiKeys = "apikeys.manage";
    public const string ManageTenant = "tenant.manage";
    public const string ManagePlugins = "plugins.manage";
    public const string ManageTenants = "tenants.manage";
    public const string ManageMail = "mail.manage";

    public static IReadOnlyList<string> All { get; } =
    [
        ReadWorkspace, WorkConversations, ManageDeadLetters, ManageTopics, ManageRouting, ManageReplays, ManageChannels, ManageRecords, ManageApiKeys, ManageTenant, ManagePlugins, ManageTenants, ManageMail,
    ];
}
