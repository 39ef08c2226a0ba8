using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;
using SocialCrm.Host.Plugins;
using SocialCrm.Host.Plugins.Settings;

namespace SocialCrm.Host.Channels;

/// <summary>Fills new settings into a channel, keeping the secrets that were not given anew.</summary>
internal sealed class ChannelForm(PluginRuntime plugins, ChannelSecrets secrets)
{
    public ProblemHttpResult? Fill(Channel channel, JsonElement given)
    {
        if (plugins.FindConnector(channel.Connector) is not { } connector)
        {
            return ChannelProblems.PluginNotRunning;
        }

        var stored = Stored(channel);
        var settings = new SettingsReader(connector.Settings, "settings").Read(given, stored.Select(s => s.Key).ToHashSet(StringComparer.Ordinal));
        if (settings.Errors.Count > 0)
        {
            return Problems.Invalid(settings.Errors);
        }

        var (plain, secret) = StoredSettings.Split(connector.Settings, settings.Values);
        foreach (var (name, value) in stored.Where(s => !secret.ContainsKey(s.Key)))
        {
            secret[name] = value?.DeepClone();
        }

        channel.Settings = plain.ToJsonString();
        channel.Secrets = secret.Count > 0 ? secrets.Protect(channel.TenantId, secret.ToJsonString()) : null;
        return null;
    }

    // Secrets that cannot be read any more are no longer there: the form then asks for them again.
    private JsonObject Stored(Channel channel)
    {
        try
        {
            return channel.Secrets is { } stored ? StoredSettings.Parse(secrets.Unprotect(channel.TenantId, stored)) : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
