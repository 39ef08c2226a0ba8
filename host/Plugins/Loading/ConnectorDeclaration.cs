using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A connector as a plugin declared it.</summary>
internal sealed record ConnectorDeclaration(
    ChannelDescriptor Descriptor,
    IReadOnlyList<SettingField> Settings,
    bool CanReceive,
    bool CanReply,
    bool CanImport,
    bool CanPoll,
    Func<IServiceProvider, InstanceSetup, IChannelConnector> Create);
