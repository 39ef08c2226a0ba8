namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Our fields that can go to a system of record.</summary>
internal static class MappableFields
{
    public static IReadOnlyList<MappableField> Contact { get; } =
    [
        new("name", "The customer’s name"),
        new("handle", "The handle of the customer’s newest account"),
        new("network", "The network of that account"),
        new("profileUrl", "The address of that account’s profile"),
        new("followers", "How many follow that account"),
        new("handles", "The handles of all accounts", ByDefault: false),
        new("createdAt", "When we met the customer"),
        new("firstContactAt", "The first contact", ByDefault: false),
        new("lastContactAt", "The last contact"),
        new("messagesIn", "How many messages the customer wrote"),
        new("messagesOut", "How many messages we wrote"),
        new("sentiment", "How the customer sounds lately, -1 to 1"),
        new("sentimentTrend", "Whether that improves or worsens", ByDefault: false),
        new("openQuestions", "How many questions wait for an answer"),
        new("owes", "Who owes an answer: us, them or nobody", ByDefault: false),
    ];

    public static IReadOnlyList<MappableField> Activity { get; } =
    [
        new("direction", "inbound or outbound"),
        new("kind", "post, comment, reply, mention, direct or review"),
        new("text", "The text"),
        new("url", "The public address"),
        new("public", "Whether anyone can read it"),
        new("channel", "The channel’s name"),
        new("network", "The channel’s network"),
        new("author", "Who wrote it"),
        new("authorHandle", "The author’s handle", ByDefault: false),
        new("customerName", "The customer’s name"),
        new("conversation", "Our id of the conversation"),
        new("externalId", "The network’s id of the message", ByDefault: false),
        new("revision", "1, and more with each edit"),
        new("editedAt", "When it was edited", ByDefault: false),
        new("type", "question, complaint, compliment or other"),
        new("sentiment", "positive, neutral or negative"),
        new("urgency", "high, normal or low", ByDefault: false),
        new("language", "The language’s two letters"),
        new("topics", "The topics it is about"),
    ];
}

/// <summary>A field that can be mapped.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="ByDefault">Whether it goes along unless the mapping is changed.</param>
public sealed record MappableField(string Name, string Description, bool ByDefault = true);
