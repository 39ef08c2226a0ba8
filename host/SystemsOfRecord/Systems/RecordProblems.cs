using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialCrm.Host.Platform.Http;

namespace SocialCrm.Host.SystemsOfRecord;

internal static class RecordProblems
{
    public static ProblemHttpResult NotFound => Problems.NotFound("system of record");

    public static ProblemHttpResult ChangedMeanwhile =>
        Problems.Conflict("changed-meanwhile", "Someone else has changed the system meanwhile. Load it again and repeat the change.");

    public static ProblemHttpResult PluginNotRunning =>
        Problems.Conflict("plugin-not-running", "The system's plugin is not running. Start the plugin first, or leave the settings out.");

    public static ProblemHttpResult Disabled => Problems.Conflict("system-disabled", "The system is switched off. Switch it on first.");

    public static bool TryReadName(string? given, out string name)
    {
        name = given?.Trim() ?? "";
        return name.Length is > 0 and <= RecordSystem.NameLength && !name.Any(char.IsControl) && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;
    }

    public static ProblemHttpResult BadName => Problems.Invalid("name", $"Give a name of 1 to {RecordSystem.NameLength} characters.");
}
