using Microsoft.AspNetCore.DataProtection;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <summary>Encrypts what a channel must keep secret.</summary>
public sealed class ChannelSecrets(IDataProtectionProvider protection) : TenantSecrets(protection, "SocialCrm.Channels");
