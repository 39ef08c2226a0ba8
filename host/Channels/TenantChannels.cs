using System.Collections.Frozen;

namespace SocialCrm.Host.Channels;

/// <summary>The channels of a tenant as they were at one moment.</summary>
internal sealed class TenantChannels(IReadOnlyCollection<ConfiguredChannel> channels, long loadedAt)
{
    private readonly FrozenDictionary<string, ConfiguredChannel> _byToken =
        channels.Where(c => !c.Deleted).ToFrozenDictionary(c => c.WebhookToken, StringComparer.Ordinal);

    public long LoadedAt => loadedAt;

    public FrozenDictionary<Guid, ConfiguredChannel> ById { get; } = channels.ToFrozenDictionary(c => c.Id);

    public ConfiguredChannel? FindByToken(string token) => _byToken.GetValueOrDefault(token);
}
