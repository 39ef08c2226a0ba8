using SocialCrm.Host.Classification;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Conversations;

/// <summary>A customer's message of the past, as little of it as trying something on it takes.</summary>
public sealed record PastMessage(Guid Id, Guid ConversationId, Guid ChannelId, DateTime OccurredAt, string Text)
{
    public required Guid IdentityId { get; init; }

    public required MessageKind Kind { get; init; }

    public required bool IsPublic { get; init; }

    public required MessageLabels Labels { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required long Revision { get; init; }

    /// <summary>True for an answer to another message.</summary>
    public required bool IsAnswer { get; init; }

    public ClassifierInput ToInput() => new() { Text = Text, Kind = Kind, IsAnswer = IsAnswer };

    /// <summary>A message that was not taken down.</summary>
    public static PastMessage Of(Interaction message) => new(message.Id, message.ConversationId, message.ChannelId, message.OccurredAt, message.Text!)
    {
        IdentityId = message.IdentityId,
        Kind = message.Kind,
        IsPublic = message.IsPublic,
        Labels = message.Labels.ToLabels(),
        ReceivedAt = message.ReceivedAt,
        Revision = message.Revision,
        IsAnswer = message.InReplyTo is not null,
    };
}
