using SocialCrm.Host.Channels;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Listening;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Routing;
using SocialCrm.Host.SystemsOfRecord;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>What happens to a batch before its transaction: reading, looking up channels, and the classifier.</summary>
internal sealed class BatchPreparation(
    ICrmDatabase database, ChannelDirectory channels, ImportDirectory imports, Labelling labelling, TopicSets topicSets, RuleSets ruleSets,
    RecordOwners owners)
{
    public async Task PrepareAsync(Guid tenantId, IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            message.Message = IngestionJson.Read(message.Payload);
            var channel = await channels.FindAsync(tenantId, message.ChannelId, ct);
            (message.Scope, message.ChannelName) = (channel?.IdentityScope ?? $"channel:{message.ChannelId}", channel?.Name ?? "");
            message.SettledBefore = message.ImportId is { } import ? await imports.SettledBeforeAsync(tenantId, import, ct) : null;
        }

        var fresh = await FreshAsync(tenantId, messages, ct);
        await LabelAsync(tenantId, fresh.FindAll(m => !m.IsOutbound), ct);
        fresh.FindAll(m => m.IsOutbound).ForEach(m => m.Labels = m.Labels.WithTopics(m.Message.Topics));
    }

    private async Task LabelAsync(Guid tenantId, List<PendingMessage> heard, CancellationToken ct)
    {
        var labels = await labelling.LabelAsync([.. heard.Select(m => Input(m.Message))], ct);
        var topics = await topicSets.OfAsync(tenantId, ct);
        var rules = await ruleSets.OfAsync(tenantId, ct);
        var known = rules.LooksAtRecords ? await owners.OfAuthorsAsync(tenantId, heard.Select(m => m.Author).ToHashSet(), ct) : [];
        for (var i = 0; i < heard.Count; i++)
        {
            var words = new TokenizedText(heard[i].Message.Text);
            heard[i].Labels = topics.Label(words, labels[i]).WithTopics(heard[i].Message.Topics);
            heard[i].Rules = rules.IsEmpty ? [] : rules.Match(Routed(heard[i], words, known.GetValueOrDefault(heard[i].Author)));
        }
    }

    // A redelivered message is not worth classifying. The transaction decides again; this only saves work.
    private async Task<List<PendingMessage>> FreshAsync(Guid tenantId, IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await using var session = await database.ReadBatchAsync(ct);
        var registry = new MessageRegistry(session, tenantId, default);
        await registry.LoadAsync(messages, ct);
        return [.. messages.Where(m => m.Message.Change != InboundChange.Deleted
            && (registry.Find(m.Key) is not { } known || (!known.Tombstone && known.Revision < m.Message.Revision)))];
    }

    private static RoutedMessage Routed(PendingMessage pending, TokenizedText words, OwnerAndTier? known) => new(
        pending.ChannelId, pending.ChannelName, pending.Message.Kind, pending.Message.IsPublic, words, pending.Message.Text, pending.Labels)
    {
        AuthorName = pending.Message.Author?.Name,
        AuthorHandle = pending.Message.Author?.Handle,
        Followers = pending.Message.Author?.Followers,
        Owners = known?.Owners ?? [],
        Tiers = known?.Tiers ?? [],
    };

    private static ClassifierInput Input(InboundMessage message) => new()
    {
        Text = message.Text,
        Kind = message.Kind,
        IsAnswer = message.InReplyTo is not null,
    };
}
