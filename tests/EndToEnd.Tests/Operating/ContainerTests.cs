using System.Diagnostics;
using SocialCrm.Host.Tests.Infrastructure;
using SocialCrm.RunningServer;

namespace SocialCrm.EndToEnd.Tests.Operating;

/// <summary>Does what the Dockerfile does, without a container engine: the same build, environment, user, start and health check.</summary>
public sealed class ContainerTests : IDisposable
{
    private const string Nobody = "65534";
    private readonly string _folder = Directory.CreateTempSubdirectory("socialcrm-image-").FullName;
    private readonly ContainerFile _file = new();
    private readonly int _port = FreePort.Find();

    [Fact]
    public async Task Image_should_become_healthy_as_a_user_without_rights()
    {
        Assert.Equal("$APP_UID", _file.User);
        var app = Path.Combine(_folder, "app");
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        Assert.Equal(0, await RunAsync(Path.Combine(Repository.Root, "build", "package.sh"), [app]));
        Assert.Equal(0, await RunAsync("chmod", ["-R", "a+rX", _folder]));
        Assert.Equal(0, await RunAsync("chmod", ["a+rwx", data]));

        using var server = Start();
        try
        {
            await Eventually.HoldsAsync("the image's own health check", async () => await RunAsync(Healthy[0], Healthy[1..]) == 0);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
            Assert.Contains("<div id=\"root\">", await http.GetStringAsync("/"), StringComparison.Ordinal);
            Assert.NotEmpty(Directory.EnumerateDirectories(Path.Combine(data, "plugins")));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        Assert.NotEqual(0, await RunAsync(Healthy[0], Healthy[1..]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Healthy => [.. _file.HealthCheck.Select(Placed)];

    /// <summary>The image's folders and its port, where they are here.</summary>
    private string Placed(string text) => text
        .Replace("/app/", $"{_folder}/app/", StringComparison.Ordinal)
        .Replace("/data", $"{_folder}/data", StringComparison.Ordinal)
        .Replace("8080", _port.ToString(), StringComparison.Ordinal);

    private Process Start()
    {
        string[] command = [.. _file.EntryPoint.Select(Placed)];
        if (Environment.UserName == "root")
        {
            command = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.Combine(_folder, "app"),
        };
        foreach (var (name, value) in _file.Environment)
        {
            start.Environment[name] = Placed(value);
        }

        var server = Process.Start(start)!;
        server.BeginOutputReadLine();
        return server;
    }

    private static async Task<int> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
