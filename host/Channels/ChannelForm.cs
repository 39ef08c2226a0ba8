using System.Text.Json;
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

        return channel.Fill(connector.Settings, given, secrets) is { Count: > 0 } errors ? Problems.Invalid(errors) : null;
    }
}
