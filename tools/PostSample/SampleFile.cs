using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Tools.PostSample;

/// <summary>Reads the customers' messages of a file and puts them in the form that a signed webhook takes.</summary>
internal static class SampleFile
{
    /// <summary>The data of each inbound message; the organisations' own answers are left out.</summary>
    public static IEnumerable<JsonObject> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"the file {Path.GetFullPath(path)} is not there; name another with --file.");
        }

        return File.ReadLines(path).Select((line, index) => (line, index)).Where(l => l.line.Trim().Length > 0)
            .Select(l => Parse(l.line, l.index + 1, path)).OfType<JsonObject>();
    }

    private static JsonObject? Parse(string line, int number, string path)
    {
        try
        {
            var row = JsonNode.Parse(line)!.AsObject();
            if (row["direction"]?.GetValue<string>() == "outbound")
            {
                return null;
            }

            return new JsonObject
            {
                ["id"] = row["id"]?.DeepClone(),
                ["kind"] = row["inReplyTo"] is null ? "mention" : "reply",
                ["author"] = row["author"]?.DeepClone(),
                ["thread"] = row["thread"]?.DeepClone(),
                ["inReplyTo"] = row["inReplyTo"]?.DeepClone(),
                ["text"] = row["text"]?.DeepClone(),
                ["at"] = row["at"]?.DeepClone(),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new UsageException($"line {number} of {path} does not hold a message as JSON.");
        }
    }
}
