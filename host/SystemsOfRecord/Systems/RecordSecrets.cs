using Microsoft.AspNetCore.DataProtection;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Encrypts what a system of record must keep secret.</summary>
public sealed class RecordSecrets(IDataProtectionProvider protection) : TenantSecrets(protection, "SocialCrm.SystemsOfRecord");
