using SocialCrm.Host.Ingestion;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <summary>Shows channels to people, without their secrets.</summary>
internal sealed class ChannelItems(
    PluginRuntime plugins,
    ChannelReader reader,
    ChannelCalls calls,
    ChannelSecrets secrets,
    HeldUpChannels heldUp,
    WebhookAddress address,
    TimeProvider time,
    IHttpContextAccessor http)
{
    public async Task<ChannelItem> OfAsync(Channel channel, ChannelTraces traces, CancellationToken ct)
    {
        var connector = plugins.FindConnector(channel.Connector);
        var configured = reader.Read(channel);
        var secretsSet = channel.SecretsSet(secrets);
        var now = time.GetUtcNow().UtcDateTime;
        var condition = ChannelCondition.Of(channel, traces, calls.WhyUnavailable(configured), heldUp.Contains(channel.TenantId, channel.Id), now);
        return new ChannelItem(
            channel.Id,
            channel.Connector,
            connector?.Descriptor.Name ?? channel.Connector,
            channel.Name,
            channel.Enabled,
            channel.Shown(connector?.Settings ?? [], secretsSet),
            secretsSet,
            connector is { CanReceive: false } ? "" : await address.OfAsync(channel, http.HttpContext!.Request, ct),
            calls.WhyCannotReply(configured) is null,
            connector?.CanImport ?? false,
            channel.CreatedAt,
            traces.LastMessageAt,
            condition.Status,
            condition.Reason,
            connector?.CanReceive ?? false,
            connector?.CanPoll ?? traces.Poll is not null,
            traces.Poll is { } poll ? ChannelHealth.Of(poll, channel.Enabled, now) : null);
    }
}
