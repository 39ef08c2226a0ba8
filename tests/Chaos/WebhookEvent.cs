using System.Text.Json.Nodes;

namespace SocialCrm.Chaos;

/// <summary>What a network tells of a message.</summary>
internal static class WebhookEvent
{
    public static JsonObject Of(string author, string type, string message, int revision) => new()
    {
        ["type"] = type,
        ["data"] = new JsonObject
        {
            ["id"] = message,
            ["revision"] = revision,
            ["author"] = new JsonObject { ["id"] = author, ["name"] = author },
            ["thread"] = $"thread of {author}",
            ["text"] = SentMessage.TextOf(message, revision),
        },
    };
}
