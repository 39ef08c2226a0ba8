using System.Buffers.Text;
using System.Security.Cryptography;
using SocialCrm.Host.Access;
using SocialCrm.Host.Audit;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Makes channels in the caller's tenant.</summary>
internal sealed class NewChannels(
    CrmDbContext db, Caller caller, ChannelSecrets secrets, AuditTrail audit, ChannelNews news, PollSignal signal, TimeProvider time)
{
    private const int TokenBytes = 18;

    public async Task<(Channel Channel, string SigningSecret)> MakeAsync(
        RunningConnector connector, string name, IReadOnlyDictionary<string, object> settings, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var signingSecret = StandardWebhooks.NewSecret();
        var (plain, secret) = StoredSettings.Split(connector.Settings, settings);
        var channel = new Channel
        {
            TenantId = caller.TenantId,
            Id = Guid.CreateVersion7(now),
            Connector = connector.Descriptor.Id,
            IdentityScope = connector.Descriptor.IdentityScope,
            Name = name,
            Settings = plain.ToJsonString(),
            Secrets = secret.Count > 0 ? secrets.Protect(caller.TenantId, secret.ToJsonString()) : null,
            SigningSecret = secrets.Protect(caller.TenantId, signingSecret),
            WebhookToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)),
            CreatedAt = now.UtcDateTime,
        };
        db.Add(channel);
        db.Add(new ChannelActivity { TenantId = caller.TenantId, ChannelId = channel.Id });
        if (connector.CanPoll)
        {
            db.Add(new ChannelPoll { TenantId = caller.TenantId, ChannelId = channel.Id, DueAt = now.UtcDateTime });
        }

        audit.Record("channel.created", "channel", channel.Id, $"{channel.Name} ({channel.Connector})");
        await db.SaveChangesAsync(ct);
        signal.Raise();
        await news.ChangedAsync(caller.TenantId);
        return (channel, signingSecret);
    }
}
