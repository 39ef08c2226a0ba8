namespace SocialCrm.Sdk;

/// <summary>A message to classify.</summary>
public sealed record ClassifierInput
{
    /// <summary>The text as it is stored: any Unicode, at most 100,000 UTF-16 units, possibly empty or hostile.</summary>
    public required string Text { get; init; }

    /// <summary>What sort of message it is.</summary>
    public MessageKind Kind { get; init; } = MessageKind.Comment;

    /// <summary>True when it answers another message.</summary>
    public bool IsAnswer { get; init; }
}
