using System.Diagnostics;

namespace SocialCrm.RunningServer;

/// <summary>What the server's program does once and ends, instead of serving.</summary>
public static class ServerCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end, and gives its exit code and all that it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ServerStorage storage, params string[] arguments)
    {
        string[] place = [$"--Database:DataDirectory={storage.Folder}", $"--Database:ConnectionString={storage.ConnectionString}", $"--Plugins:BundledDirectory={Repository.Plugins}"];
        var start = new ProcessStartInfo("dotnet", [Repository.Server, .. place, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output + await complaint);
    }
}
