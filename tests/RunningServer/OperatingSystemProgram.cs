using System.Diagnostics;

namespace SocialCrm.RunningServer;

/// <summary>Programs of the machine, run to their end.</summary>
internal static class OperatingSystemProgram
{
    public static void Run(string program, params string[] arguments)
    {
        var (code, error) = Try(program, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {error}");
        }
    }

    public static (int ExitCode, string Error) Try(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
