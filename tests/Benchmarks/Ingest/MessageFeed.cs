using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>Bodies of new messages without end: real texts, each author writing three of them in a thread.</summary>
internal sealed class MessageFeed(IReadOnlyList<string> texts, int batch)
{
    private const int MessagesOfAnAuthor = 3;
    private int _number;

    public byte[] Next()
    {
        var from = Interlocked.Add(ref _number, batch) - batch;
        var messages = Enumerable.Range(from, batch).Select(n => (JsonNode?)Message(n)).ToArray();
        JsonNode body = batch == 1 ? messages[0]! : new JsonArray(messages);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private JsonObject Message(int number)
    {
        var author = number / MessagesOfAnAuthor;
        return new JsonObject
        {
            ["type"] = "message",
            ["data"] = new JsonObject
            {
                ["id"] = $"bench-{number}",
                ["kind"] = "mention",
                ["author"] = new JsonObject { ["id"] = $"author-{author}", ["handle"] = $"person_{author}" },
                ["thread"] = $"thread-{author}",
                ["text"] = texts[number % texts.Count],
            },
        };
    }
}
