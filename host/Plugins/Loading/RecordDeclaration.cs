using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>A kind of system of record as a plugin declared it.</summary>
internal sealed record RecordDeclaration(
    SystemOfRecordDescriptor Descriptor, IReadOnlyList<SettingField> Settings, bool CanPull, Func<IServiceProvider, InstanceSetup, ISystemOfRecord> Create);
