using System.Security.Cryptography;
using System.Text.Json;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <summary>Shows channels to people, without their secrets.</summary>
internal sealed class ChannelItems(
    PluginRuntime plugins, ChannelReader reader, ChannelCalls calls, ChannelSecrets secrets, WebhookAddress address, IHttpContextAccessor http)
{
    public async Task<ChannelItem> OfAsync(Channel channel, DateTime? lastMessageAt, CancellationToken ct)
    {
        var connector = plugins.FindConnector(channel.Connector);
        var configured = reader.Read(channel);
        var secretsSet = SecretsSet(channel);
        var problem = calls.WhyUnavailable(configured);
        return new ChannelItem(
            channel.Id,
            channel.Connector,
            connector?.Descriptor.Name ?? channel.Connector,
            channel.Name,
            channel.Enabled,
            Settings(channel, connector, secretsSet),
            secretsSet,
            await address.OfAsync(channel, http.HttpContext!.Request, ct),
            calls.WhyCannotReply(configured) is null,
            channel.CreatedAt,
            lastMessageAt,
            !channel.Enabled ? ChannelStatus.Disabled : problem is null ? ChannelStatus.Ok : ChannelStatus.Unavailable,
            channel.Enabled ? problem : "Switched off: it takes no messages and sends no replies.");
    }

    /// <summary>The names of the secret settings that are stored.</summary>
    public IReadOnlyList<string> SecretsSet(Channel channel)
    {
        try
        {
            return channel.Secrets is { } stored
                ? [.. StoredSettings.Parse(secrets.Unprotect(channel.TenantId, stored)).Select(s => s.Key)]
                : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static Dictionary<string, JsonElement> Settings(Channel channel, RunningConnector? connector, IReadOnlyList<string> secretsSet)
    {
        using var json = JsonDocument.Parse(channel.Settings);
        var settings = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        var secretFields = connector?.Settings.Where(f => f.Kind == SettingKind.Secret).Select(f => f.Name) ?? [];
        foreach (var name in secretFields.Union(secretsSet))
        {
            settings[name] = JsonElement.Parse("null");
        }

        return settings;
    }
}
