using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace SocialCrm.Host.Attachments;

/// <summary>Makes and reads what stands for one file for a while: an address for the network, a handle for the plugin. Every node can read what another made.</summary>
internal sealed class MediaLinks(IDataProtectionProvider protection, IOptions<AttachmentsOptions> options, TimeProvider time)
{
    private static readonly TimeSpan HandleLife = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _addresses = protection.CreateProtector("SocialCrm.Attachments.Address").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _handles = protection.CreateProtector("SocialCrm.Attachments.Handle").ToTimeLimitedDataProtector();

    public (string Token, DateTime ExpiresAt) Address(Guid tenantId, Guid id)
    {
        var until = time.GetUtcNow().AddMinutes(options.Value.LinkMinutes);
        return (Make(_addresses, until, tenantId, id, Guid.Empty), until.UtcDateTime);
    }

    /// <summary>A handle works for one channel only: a plugin cannot open what it was not given.</summary>
    public string Handle(Guid tenantId, Guid id, Guid channelId) => Make(_handles, time.GetUtcNow() + HandleLife, tenantId, id, channelId);

    public (Guid TenantId, Guid Id)? ReadAddress(string token) => Read(_addresses, token) is { } read ? (read.Tenant, read.Id) : null;

    public (Guid TenantId, Guid Id)? ReadHandle(string token, Guid channelId) =>
        Read(_handles, token) is { } read && read.Channel == channelId ? (read.Tenant, read.Id) : null;

    private static string Make(ITimeLimitedDataProtector protector, DateTimeOffset until, Guid tenantId, Guid id, Guid channelId)
    {
        var bytes = new byte[48];
        tenantId.TryWriteBytes(bytes);
        id.TryWriteBytes(bytes.AsSpan(16));
        channelId.TryWriteBytes(bytes.AsSpan(32));
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes, until));
    }

    private static (Guid Tenant, Guid Id, Guid Channel)? Read(ITimeLimitedDataProtector protector, string token)
    {
        try
        {
            var bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            return bytes.Length == 48 ? (new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), new Guid(bytes.AsSpan(32))) : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
