using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>Encrypts what must be kept secret, under a key of its tenant and its purpose.</summary>
public abstract class TenantSecrets(IDataProtectionProvider protection, string purpose)
{
    public byte[] Protect(Guid tenantId, string secret) => For(tenantId).Protect(Encoding.UTF8.GetBytes(secret));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The server's keys are not those it was encrypted with.</exception>
    public string Unprotect(Guid tenantId, byte[] secret) => Encoding.UTF8.GetString(For(tenantId).Unprotect(secret));

    private IDataProtector For(Guid tenantId) => protection.CreateProtector(purpose, tenantId.ToString("N"));
}
