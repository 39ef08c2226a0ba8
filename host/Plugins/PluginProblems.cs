using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.Plugins;

internal static class PluginProblems
{
    public static ProblemHttpResult NotFound => Problems.NotFound("plugin");

    public static ProblemHttpResult NotRunning =>
        Problems.Conflict("plugin-not-running", "The plugin's settings are known only while it runs. Start it first.");

    public static ProblemHttpResult ChangedMeanwhile =>
        Problems.Conflict("changed-meanwhile", "Someone else has changed the plugin's settings meanwhile. Load them again and repeat the change.");
}
