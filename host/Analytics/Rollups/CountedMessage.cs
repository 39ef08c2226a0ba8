using SocialCrm.Host.Classification;
using SocialCrm.Host.Conversations;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Analytics;

/// <summary>What is counted of a message. One that was taken down is not counted.</summary>
public sealed record CountedMessage(Guid ChannelId, MessageDirection Direction, DateTime At, short Type, short Sentiment, IReadOnlyList<string> Topics)
{
    /// <summary>A message that has no label on a facet.</summary>
    public const short Unlabelled = -1;

    public static CountedMessage? Of(InteractionRow row) => row.DeletedAt is not null ? null : new(
        row.ChannelId,
        row.Direction,
        row.OccurredAt,
        LabelCodes.Code(Facets.Type, row.Labels[Facets.Type]) ?? Unlabelled,
        LabelCodes.Code(Facets.Sentiment, row.Labels[Facets.Sentiment]) ?? Unlabelled,
        [.. row.Labels.Topics.Distinct(StringComparer.Ordinal)]);

    public static CountedMessage? Of(Interaction message) => message.DeletedAt is not null ? null : new(
        message.ChannelId,
        message.Direction,
        message.OccurredAt,
        message.Labels.Type ?? Unlabelled,
        message.Labels.Sentiment ?? Unlabelled,
        [.. message.Labels.Topics.Where(t => t != Facets.Unsure).Distinct(StringComparer.Ordinal)]);

    /// <summary>The cells it counts in: one for itself, one for each of its topics, and one for having any.</summary>
    internal IEnumerable<RollupCell> Cells() => (Topics.Count > 0 ? Topics.Prepend(RollupCell.SomeTopic) : []).Prepend(RollupCell.AnyTopic)
        .Select(topic => new RollupCell(topic, Slots.Of(At), ChannelId, (short)Direction, Type, Sentiment));
}
