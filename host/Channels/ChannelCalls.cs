using System.Security.Cryptography;
using SocialCrm.Host.Attachments;
using SocialCrm.Host.Platform.Outgoing;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Calls;
using SocialCrm.Host.Plugins.Loading;
using SocialCrm.Host.Plugins.Settings;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Channels;

/// <summary>Calls the connectors of configured channels, under the guard of their plugins.</summary>
public sealed class ChannelCalls(PluginRuntime plugins, ChannelSecrets secrets, OutgoingHttp outgoing, MediaHandles media)
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

    /// <summary>Looks at the beginning of a file.</summary>
    /// <exception cref="PluginException">The plugin failed or is not running.</exception>
    public async ValueTask<ImportPreview> PreviewAsync(ConfiguredChannel channel, ImportSample sample, CancellationToken ct) =>
        await CallAsync<IImportChannel, ImportPreview>(
            PluginCall.Import,
            channel,
            async (connector, budget) => await connector.PreviewAsync(sample, budget) ?? throw new InvalidAnswerException("no result"),
            ct);

    /// <summary>Reads a block of a file, checked against the SDK's contract.</summary>
    /// <exception cref="PluginException">The plugin failed or is not running.</exception>
    public async ValueTask<ImportedBlock> ReadAsync(ConfiguredChannel channel, ImportBlock block, CancellationToken ct) =>
        await CallAsync<IImportChannel, ImportedBlock>(
            PluginCall.Import,
            channel,
            async (connector, budget) => ParsedAnswer.Copy(await connector.ReadAsync(block, budget), block),
            ct);

    /// <summary>Null when files can be imported into the channel now, else a sentence for the admin.</summary>
    public string? WhyCannotImport(ConfiguredChannel channel) =>
        channel.Deleted ? "The channel was deleted."
        : !channel.Enabled ? "The channel is switched off."
        : plugins.FindConnector(channel.Connector) is not { } connector ? "The channel's plugin is not running."
        : connector.CanImport ? null : $"{connector.Descriptor.Name} channels take no files: make a channel of the kind Import.";

    /// <summary>Fetches the messages after a cursor. A fault of the plugin is a failure like one of the network.</summary>
    /// <exception cref="PluginUnavailableException">The plugin is not running: nobody was asked.</exception>
    public async ValueTask<PolledBatch> PollAsync(ConfiguredChannel channel, string? cursor, CancellationToken ct)
    {
        try
        {
            return await CallAsync<IPollingChannel, PolledBatch>(
                PluginCall.Poll, channel, async (connector, budget) => PolledBatch.Copy(await connector.PollAsync(cursor, budget)), ct);
        }
        catch (PluginFailedException failed)
        {
            return PolledBatch.Failed($"The channel's plugin is in trouble: {failed.Reason}.");
        }
    }

    /// <summary>What the channel's connector is called and how it is to be treated; null while its plugin is not running.</summary>
    public ChannelDescriptor? Descriptor(ConfiguredChannel channel) => plugins.FindConnector(channel.Connector)?.Descriptor;

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

    private InstanceSetup Setup(ConfiguredChannel channel, RunningConnector connector)
    {
        try
        {
            var settings = Settings(channel, connector);
            return settings.Errors.Count == 0
                ? new InstanceSetup(channel.Id, settings.Values, channel.SigningSecrets, outgoing)
                {
                    OpenAttachmentAsync = (handle, ct) => media.OpenAsync(channel.TenantId, channel.Id, handle, ct),
                }
                : throw new PluginFailedException(connector.PluginId, $"the channel's settings are not complete ({string.Join(", ", settings.Errors.Keys)})", wasCalled: false);
        }
        catch (CryptographicException)
        {
            throw new PluginFailedException(connector.PluginId, "the channel's secrets cannot be decrypted", wasCalled: false);
        }
    }

    private SettingsReader Settings(ConfiguredChannel channel, RunningConnector connector) =>
        StoredSettings.Read(connector.Settings, channel.Settings, channel.Secrets is { } stored ? secrets.Unprotect(channel.TenantId, stored) : null);

    private static string? WhyReplyNeedsMore(ConfiguredChannel channel, RunningConnector connector)
    {
        var plain = StoredSettings.Parse(channel.Settings);
        var missing = connector.Settings.FirstOrDefault(f => f.RequiredForReplies && f.Kind != SettingKind.Secret && !plain.ContainsKey(f.Name));
        return missing is null ? null : $"The channel only receives: an admin has not filled in its \"{missing.Label}\".";
    }
}
