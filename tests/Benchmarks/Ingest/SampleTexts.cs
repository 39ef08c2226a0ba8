using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What people really wrote to support accounts.</summary>
internal static class SampleTexts
{
    public static IReadOnlyList<string> Read()
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "customer-messages", "support-threads.jsonl"));
        if (!File.Exists(path))
        {
            throw new UsageException($"bench.sh: the messages that are replayed are not there: {path}");
        }

        return [.. File.ReadLines(path).Where(l => l.Trim().Length > 0).Select(l => JsonNode.Parse(l)!)
            .Where(row => row["direction"]?.GetValue<string>() == "inbound").Select(row => row["text"]!.GetValue<string>())];
    }
}
