using SocialCrm.Host.Platform.Outgoing;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>What the connector of one channel is made from.</summary>
internal sealed record ChannelSetup(Guid ChannelId, IReadOnlyDictionary<string, object> Settings, string? SigningSecret, OutgoingHttp Outgoing);
