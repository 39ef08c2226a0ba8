using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Channels;

internal static class ChannelProblems
{
    public static ProblemHttpResult NotFound => Problems.NotFound("channel");

    public static ProblemHttpResult ChangedMeanwhile =>
        Problems.Conflict("changed-meanwhile", "Someone else has changed the channel meanwhile. Load it again and repeat the change.");

    public static ProblemHttpResult PluginNotRunning =>
        Problems.Conflict("plugin-not-running", "The channel's plugin is not running, so its settings cannot be checked. Start the plugin first, or leave the settings out.");
}
