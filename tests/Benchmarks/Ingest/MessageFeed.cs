using System.Text;
using System.Text.Json.Nodes;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>Bodies of new messages without end: real texts, each author writing three of them in a thread.</summary>
/// <param name="texts">What they say, in turn.</param>
/// <param name="batch">How many a body holds.</param>
/// <param name="name">Sets their ids, authors and threads apart from those of another feed.</param>
internal sealed class MessageFeed(IReadOnlyList<string> texts, int batch, string name = "bench")
{
    private const int MessagesOfAnAuthor = 3;
    private int _number;

    public int Batch => batch;

    /// <summary>A message with an author and a thread of its own, whose text begins with its id.</summary>
    public static byte[] Single(string id, string text) => Encoding.UTF8.GetBytes(Message(id, id, $"{id} {text}").ToJsonString());

    public byte[] Next()
    {
        var from = Interlocked.Add(ref _number, batch) - batch;
        var messages = Enumerable.Range(from, batch).Select(n => (JsonNode?)Message(n)).ToArray();
        JsonNode body = batch == 1 ? messages[0]! : new JsonArray(messages);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private JsonObject Message(int number) =>
        Message($"{name}-{number}", $"{name}-{number / MessagesOfAnAuthor}", texts[number % texts.Count]);

    private static JsonObject Message(string id, string author, string text) => new()
    {
        ["type"] = "message",
        ["data"] = new JsonObject
        {
            ["id"] = id,
            ["kind"] = "mention",
            ["author"] = new JsonObject { ["id"] = $"author-{author}", ["handle"] = $"person_{author}" },
            ["thread"] = $"thread-{author}",
            ["text"] = text,
        },
    };
}
