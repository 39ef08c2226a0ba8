using Microsoft.AspNetCore.DataProtection;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>Encrypts what the settings of plugins keep secret.</summary>
public sealed class PluginSecrets(IDataProtectionProvider protection) : TenantSecrets(protection, "SocialCrm.Plugins");
