namespace SocialCrm.Sdk;

/// <summary>A message that a person wrote and the host asks a channel to send.</summary>
public sealed record OutboundMessage
{
    /// <summary>The same on every attempt to send this message; 1 to 64 printable ASCII characters.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Our id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>Our id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>The network's id of the thread, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>The network's id of the message that is answered, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>To whom it goes: the network's stable id of the user.</summary>
    public required string RecipientId { get; init; }

    /// <summary>The text, plain. Empty only where the descriptor's <see cref="ChannelDescriptor.Attachments"/> allow it and there are files.</summary>
    public required string Text { get; init; }

    /// <summary>The files that go with it, in the person's order; empty unless the descriptor says that the channel can send them.</summary>
    public IReadOnlyList<OutboundAttachment> Attachments { get; init; } = [];

    /// <summary>When the person sent it, UTC.</summary>
    public required DateTime At { get; init; }
}
