using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>Messages that real customers wrote, as in the folder of shared data.</summary>
internal static class SampleMessages
{
    public static readonly string File = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "customer-messages", "support-threads.jsonl"));

    /// <summary>The first that a customer wrote, as a signed webhook takes it; written now.</summary>
    public static async Task<Message> FirstComplaintAsync()
    {
        Assert.True(System.IO.File.Exists(File), $"The sample messages are missing: {File}");
        await foreach (var line in System.IO.File.ReadLinesAsync(File))
        {
            if (JsonNode.Parse(line) is { } sample && sample["direction"]!.GetValue<string>() == "inbound" && sample["text"]!.GetValue<string>().Contains("suspended", StringComparison.Ordinal))
            {
                var author = sample["author"]!;
                return new Message(sample["id"]!.GetValue<string>(), author["id"]!.GetValue<string>(), author["handle"]!.GetValue<string>(), sample["text"]!.GetValue<string>());
            }
        }

        throw new InvalidOperationException($"{File} holds no message of a customer about a suspended account.");
    }
}
