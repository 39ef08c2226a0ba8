using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.EndToEnd.Tests.Infrastructure;

namespace SocialCrm.EndToEnd.Tests.Operating;

public sealed class ApiGuideTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("socialcrm-guide-").FullName;

    [Fact]
    public async Task Every_example_should_work_on_a_new_server_and_answer_what_the_page_shows()
    {
        await using var server = await ServerUnderTest.OnSqliteAsync();
        var examples = ApiGuide.Read();
        Assert.True(examples.Count > 5, "docs/api.md holds hardly an example.");
        await RunAsync(examples, server.Address);
        for (var i = 0; i < examples.Count; i++)
        {
            if (examples[i].Answer is { } shown)
            {
                var answer = await File.ReadAllTextAsync(Output(i));
                Assert.True(ApiGuide.Missing(shown, JsonNode.Parse(answer)) is null, $"{ApiGuide.Missing(shown, JsonNode.Parse(answer))} is not in the answer {answer} of:\n{examples[i].Script}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Output(int example) => Path.Combine(_folder, $"{example}.out");

    /// <summary>One shell for all of them: later examples use what earlier ones set.</summary>
    private async Task RunAsync(IReadOnlyList<ApiGuide.Example> examples, Uri server)
    {
        var script = new StringBuilder("set -euo pipefail\n");
        for (var i = 0; i < examples.Count; i++)
        {
            script.Append($"{{\n{examples[i].Script}\n}} >'{Output(i)}'\n");
        }

        var file = Path.Combine(_folder, "guide.sh");
        await File.WriteAllTextAsync(file, script.ToString());
        var start = new ProcessStartInfo("bash", [file]) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment["SERVER"] = server.ToString().TrimEnd('/');
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"An example failed: {errors}\n{string.Join('\n', Directory.GetFiles(_folder, "*.out").Order().Select(File.ReadAllText))}");
    }
}
