using System.Text.Json;
using SocialCrm.RunningServer;

namespace SocialCrm.EndToEnd.Tests.Operating;

/// <summary>What the Dockerfile says of the image that runs: read, so that a test does as it says.</summary>
internal sealed class ContainerFile
{
    private readonly string[] _image;

    public ContainerFile()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));
        _image = lines[Array.FindLastIndex(lines, l => l.StartsWith("FROM ", StringComparison.Ordinal))..];
    }

    public string? User => Values("USER").LastOrDefault();

    public IEnumerable<(string Name, string Value)> Environment => Values("ENV").Select(v => (v.Split('=')[0], v[(v.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    public string[] EntryPoint => JsonSerializer.Deserialize<string[]>(Values("ENTRYPOINT").Single())!;

    public string[] HealthCheck
    {
        get
        {
            var text = Values("HEALTHCHECK").Single();
            return JsonSerializer.Deserialize<string[]>(text[text.IndexOf('[', StringComparison.Ordinal)..])!;
        }
    }

    private IEnumerable<string> Values(string instruction) =>
        _image.Where(l => l.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(l => l[(instruction.Length + 1)..].Trim());
}
