using SocialCrm.Host.Classification;
using SocialCrm.Host.Listening;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Routing;

/// <summary>What rules look at.</summary>
public sealed record RoutedMessage(Guid ChannelId, string ChannelName, MessageKind Kind, bool IsPublic, TokenizedText Words, string Text, MessageLabels Labels)
{
    public string? AuthorName { get; init; }

    public string? AuthorHandle { get; init; }

    public long? Followers { get; init; }

    /// <summary>Who owns the customer in systems of record.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>The customer's tiers in systems of record.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];
}
