using SocialCrm.Host.Channels;
using SocialCrm.Host.Classification;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>What happens to a batch before its transaction: reading, looking up channels, and the classifier.</summary>
internal sealed class BatchPreparation(ICrmDatabase database, ChannelDirectory channels, Labelling labelling)
{
    public async Task PrepareAsync(Guid tenantId, IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages)
        {
            message.Message = IngestionJson.Read(message.Payload);
            message.Scope = (await channels.FindAsync(tenantId, message.ChannelId, ct))?.IdentityScope ?? $"channel:{message.ChannelId}";
        }

        var fresh = await FreshAsync(tenantId, messages, ct);
        var labels = await labelling.LabelAsync([.. fresh.Select(m => Input(m.Message))], ct);
        for (var i = 0; i < fresh.Count; i++)
        {
            fresh[i].Labels = labels[i];
        }
    }

    // A redelivered message is not worth classifying. The transaction decides again; this only saves work.
    private async Task<List<PendingMessage>> FreshAsync(Guid tenantId, IReadOnlyList<PendingMessage> messages, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var registry = new MessageRegistry(session, tenantId, default);
        await registry.LoadAsync(messages, ct);
        return [.. messages.Where(m => m.Message.Change != InboundChange.Deleted
            && (registry.Find(m.Key) is not { } known || (!known.Tombstone && known.Revision < m.Message.Revision)))];
    }

    private static ClassifierInput Input(InboundMessage message) => new()
    {
        Text = message.Text,
        Kind = message.Kind,
        IsAnswer = message.InReplyTo is not null,
    };
}
