using System.Text.Json.Nodes;

namespace SocialCrm.EndToEnd.Tests.Infrastructure;

/// <summary>What a customer wrote elsewhere.</summary>
public sealed record Message(string Id, string AuthorId, string Handle, string Text, string? Name = null)
{
    public string Shown => Name ?? Handle;

    public JsonObject ToEvent() => new()
    {
        ["type"] = "message",
        ["data"] = new JsonObject
        {
            ["id"] = Id,
            ["author"] = new JsonObject { ["id"] = AuthorId, ["handle"] = Handle, ["name"] = Name },
            ["text"] = Text,
        },
    };
}
