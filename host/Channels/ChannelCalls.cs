using System.Security.Cryptography;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Calls the connectors of configured channels, under the guard of their plugins.</summary>
public sealed class ChannelCalls(PluginRuntime plugins, ChannelSecrets secrets, OutgoingHttp outgoing)
{
    /// <summary>Reads requests whose signature was verified; one result for each, checked against the SDK's contract.</summary>
    /// <exception cref="PluginFailedException">The plugin could not read them.</exception>
    /// <exception cref="PluginUnavailableException">The plugin is not running.</exception>
    public async ValueTask<IReadOnlyList<ParsedRequest>> ParseAsync(
        ConfiguredChannel channel, IReadOnlyList<WebhookRequest> requests, CancellationToken ct) =>
        await CallAsync<IWebhookChannel, IReadOnlyList<ParsedRequest>>(
            PluginCall.Parse,
            channel,
            async (connector, budget) => ParsedAnswer.Copy(await connector.ParseAsync(requests, budget), requests.Count),
            ct);

    /// <summary>Sends a message once. A fault of the plugin becomes the outcome that the SDK promises for it.</summary>
    /// <exception cref="PluginUnavailableException">The plugin is not running: nothing was sent.</exception>
    public async ValueTask<SendResult> SendAsync(ConfiguredChannel channel, OutboundMessage message, CancellationToken ct)
    {
        try
        {
            return await CallAsync<IReplyChannel, SendResult>(
                PluginCall.Send,
                channel,
                async (connector, budget) => await connector.SendAsync(message, budget) ?? throw new InvalidAnswerException("no result"),
                ct);
        }
        catch (PluginFailedException failed)
        {
            return !failed.WasCalled || SendsIdempotently(channel)
                ? SendResult.Retry($"The channel's plugin is in trouble: {failed.Reason}.")
                : SendResult.Unknown($"The channel's plugin did not say whether the message went out: {failed.Reason}.");
        }
    }

    public async ValueTask<ChannelCheck> CheckAsync(ConfiguredChannel channel, CancellationToken ct)
    {
        try
        {
            return await CallAsync<IChannelConnector, ChannelCheck>(
                PluginCall.Check,
                channel,
                async (connector, budget) => await connector.CheckAsync(budget) ?? throw new InvalidAnswerException("no result"),
                ct);
        }
        catch (PluginException error)
        {
            return new ChannelCheck(false, $"The test could not be made: {error.Reason}.");
        }
    }

    /// <summary>Null when the channel can send replies, else a sentence for the agent.</summary>
    public string? WhyCannotReply(ConfiguredChannel channel) =>
        channel.Deleted ? "The channel was deleted."
        : !channel.Enabled ? "The channel is switched off."
        : plugins.FindConnector(channel.Connector) is not { } connector ? "The channel's plugin is not running."
        : !connector.CanReply ? $"{connector.Descriptor.Name} channels only receive."
        : WhyReplyNeedsMore(channel, connector);

    public bool SendsIdempotently(ConfiguredChannel channel) =>
        plugins.FindConnector(channel.Connector)?.Descriptor.SendsIdempotently ?? false;

    /// <summary>Null when the channel works as it is, else why it does not.</summary>
    public string? WhyUnavailable(ConfiguredChannel channel)
    {
        if (plugins.FindConnector(channel.Connector) is not { } connector)
        {
            return "The channel's plugin is not running. Messages are kept until it is.";
        }

        try
        {
            var errors = Settings(channel, connector).Errors;
            return errors.Count > 0 ? $"{errors.First().Key} {errors.First().Value[0]}"
                : channel.SigningSecrets.Count == 0 ? "Its secrets cannot be decrypted with the server's keys. Rotate the channel's secret, or restore the keys."
                : connector.PausedBecause(channel.Id) is { } reason ? $"Paused after repeated faults: {reason}." : null;
        }
        catch (CryptographicException)
        {
            return "Its secrets cannot be decrypted with the server's keys. Enter them again, or restore the keys.";
        }
    }

    /// <summary>Called after a change was saved: what was made for the channel before is disposed.</summary>
    internal ValueTask ForgetAsync(ConfiguredChannel channel) => plugins.FindConnector(channel.Connector)?.ForgetAsync(channel.Id) ?? ValueTask.CompletedTask;

    private async Task<T> CallAsync<TChannel, T>(
        PluginCall kind, ConfiguredChannel channel, Func<TChannel, CancellationToken, ValueTask<T>> call, CancellationToken ct)
        where TChannel : class, IChannelConnector
    {
        var connector = plugins.FindConnector(channel.Connector)
            ?? throw new PluginUnavailableException(channel.Connector, "no running plugin brings this connector");
        return await connector.CallAsync(
            kind,
            channel.Id,
            channel.Version,
            () => Setup(channel, connector),
            (made, budget) => call(made as TChannel ?? throw new InvalidAnswerException("a connector that cannot do this"), budget),
            ct);
    }

    private ChannelSetup Setup(ConfiguredChannel channel, RunningConnector connector)
    {
        try
        {
            var settings = Settings(channel, connector);
            return settings.Errors.Count == 0
                ? new ChannelSetup(channel.Id, settings.Values, channel.SigningSecrets.Count > 0 ? channel.SigningSecrets[0] : null, outgoing)
                : throw new PluginFailedException(connector.PluginId, $"the channel's settings are not complete ({string.Join(", ", settings.Errors.Keys)})", wasCalled: false);
        }
        catch (CryptographicException)
        {
            throw new PluginFailedException(connector.PluginId, "the channel's secrets cannot be decrypted", wasCalled: false);
        }
    }

    private Plugins.Settings.SettingsReader Settings(ConfiguredChannel channel, RunningConnector connector) =>
        StoredSettings.Read(connector.Settings, channel.Settings, channel.Secrets is { } stored ? secrets.Unprotect(channel.TenantId, stored) : null);

    private static string? WhyReplyNeedsMore(ConfiguredChannel channel, RunningConnector connector)
    {
        var plain = StoredSettings.Parse(channel.Settings);
        var missing = connector.Settings.FirstOrDefault(f => f.RequiredForReplies && f.Kind != Plugins.Settings.SettingKind.Secret && !plain.ContainsKey(f.Name));
        return missing is null ? null : $"The channel only receives: an admin has not filled in its \"{missing.Label}\".";
    }
}
