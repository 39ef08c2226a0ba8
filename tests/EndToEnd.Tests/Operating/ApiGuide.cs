using System.Text;
using System.Text.Json.Nodes;
using SocialCrm.RunningServer;

namespace SocialCrm.EndToEnd.Tests.Operating;

/// <summary>The examples of docs/api.md: each with the answer that the page shows below it, if any.</summary>
internal static class ApiGuide
{
    public sealed record Example(string Script, JsonNode? Answer);

    public static IReadOnlyList<Example> Read()
    {
        var examples = new List<Example>();
        foreach (var (language, text) in Blocks(File.ReadAllLines(Path.Combine(Repository.Root, "docs", "api.md"))))
        {
            if (language == "sh")
            {
                examples.Add(new Example(text, null));
            }
            else if (language == "json")
            {
                examples[^1] = examples[^1] with { Answer = JsonNode.Parse(text) };
            }
        }

        return examples;
    }

    /// <summary>What the page shows and the answer lacks, or null. Values may differ, names and shapes may not.</summary>
    public static string? Missing(JsonNode? shown, JsonNode? answer, string path = "$") => (shown, answer) switch
    {
        (JsonObject s, JsonObject a) => s.Select(p => a.ContainsKey(p.Key) ? Missing(p.Value, a[p.Key], $"{path}.{p.Key}") : $"{path}.{p.Key}").FirstOrDefault(m => m is not null),
        (JsonArray s, JsonArray a) => s.Count > 0 && a.Count == 0 ? $"{path}[0]" : s.Count == 0 ? null : Missing(s[0], a[0], $"{path}[0]"),
        (JsonValue s, JsonValue a) => s.GetValueKind() == a.GetValueKind() ? null : $"{path}: {s.GetValueKind()}",
        _ => $"{path}: {shown?.GetValueKind()}",
    };

    private static IEnumerable<(string Language, string Text)> Blocks(string[] lines)
    {
        string? language = null;
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
            else if (language is null)
            {
                (language, _) = (line[3..].Trim(), text.Clear());
            }
            else
            {
                yield return (language, text.ToString());
                language = null;
            }
        }
    }
}
