using System.Security.Cryptography;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Turns a row into what other slices see.</summary>
public sealed class ChannelReader(ChannelSecrets secrets, TimeProvider time, ILogger<ChannelReader> log)
{
    public ConfiguredChannel Read(Channel channel) => new()
    {
        TenantId = channel.TenantId,
        Id = channel.Id,
        Connector = channel.Connector,
        Name = channel.Name,
        Enabled = channel.Enabled,
        Deleted = channel.DeletedAt is not null,
        IdentityScope = channel.IdentityScope switch
        {
            IdentityScope.Channel => $"channel:{channel.Id}",
            IdentityScope.Network => $"network:{channel.Connector}",
        },
        SigningSecrets = channel.DeletedAt is null ? SigningSecrets(channel) : [],
        Version = channel.Version,
        WebhookToken = channel.WebhookToken,
        Settings = channel.Settings,
        Secrets = channel.Secrets,
    };

    private string[] SigningSecrets(Channel channel)
    {
        var previous = channel.PreviousValidUntil > time.GetUtcNow().UtcDateTime ? channel.PreviousSigningSecret : null;
        return [.. new[] { channel.SigningSecret, previous }.OfType<byte[]>().Select(s => Unprotect(channel, s)).OfType<string>()];
    }

    private string? Unprotect(Channel channel, byte[] secret)
    {
        try
        {
            return secrets.Unprotect(channel.TenantId, secret);
        }
        catch (CryptographicException)
        {
            log.SecretsUnreadable(channel.Id);
            return null;
        }
    }
}
