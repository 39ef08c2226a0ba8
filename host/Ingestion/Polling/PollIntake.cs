using System.Text.Json;
using SocialCrm.Host.Access;
using SocialCrm.Host.Channels;
using SocialCrm.Host.Notifications;
using SocialCrm.Host.Platform.Database;
using SocialCrm.Host.Platform.Events;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Ingestion;

/// <summary>Stores what a poll brought together with the cursor that stands for it, or nothing at all.</summary>
internal sealed class PollIntake(InboxAppender inbox, IngestionMetrics metrics, WorkspaceFeed feed, TimeProvider time)
{
    /// <returns>False when the channel is no longer this run's; then nothing was stored.</returns>
    public async Task<bool> StoreAsync(ConfiguredChannel channel, PollLease lease, PolledBatch batch, PollStep step)
    {
        var now = time.GetUtcNow();
        var raw = new RawEvent
        {
            TenantId = channel.TenantId,
            Id = Guid.CreateVersion7(now),
            ChannelId = channel.Id,
            ContentType = batch.Result.RawContentType is { } type ? InboundText.Normalise(type) : null,
            Body = batch.Result.Raw.Length > 0 ? batch.Result.Raw.ToArray() : AsHandedOver(batch.Messages),
            ReceivedAt = now.UtcDateTime,
        };
        var (items, leftOut) = Read(channel, raw, batch);
        var noted = leftOut.Count == 0 ? step : step with { Notice = Shortened($"{leftOut.Count} of its messages could not be taken. The first: {leftOut[0].Field} {leftOut[0].Message}") };
        var shortened = noted with { Error = Shortened(noted.Error), Notice = Shortened(noted.Notice) };

        // Not cancelled half-way: what is stored and where the cursor stands must not be in doubt.
        IReadOnlyList<Guid> told = [];
        if (!await inbox.AppendTogetherAsync(new InboxAppend(raw, items), async session =>
        {
            var advanced = await PollLeases.AdvanceAsync(session, lease, shortened, CancellationToken.None);
            told = advanced && step.Stops ? await TellAsync(session, channel) : [];
            return advanced;
        }))
        {
            return false;
        }

        await feed.TellAsync(channel.TenantId, told);

        metrics.Accepted(items.Count);
        return true;
    }

    private async Task<IReadOnlyList<Guid>> TellAsync(SqlSession session, ConfiguredChannel channel)
    {
        var admins = await ActivePeople.WhoMayAsync(session, channel.TenantId, Permissions.ManageChannels, CancellationToken.None);
        var notice = new Notice(NotificationKind.ChannelStopped, channel.Id, admins) { About = channel.Name };
        return await NoticeWriter.WriteAsync(session, channel.TenantId, [notice], time, CancellationToken.None);
    }

    private static (List<InboxItem> Items, List<ParseError> LeftOut) Read(ConfiguredChannel channel, RawEvent raw, PolledBatch batch)
    {
        var (items, leftOut) = (new List<InboxItem>(), batch.LeftOut.ToList());
        foreach (var read in batch.Messages)
        {
            var (message, error) = InboundRules.Check(read);
            if (message is null)
            {
                leftOut.Add(error!);
                continue;
            }

            items.Add(InboxItem.Live(channel, raw, items.Count, message));
        }

        return (items, leftOut);
    }

    private static byte[] AsHandedOver(IReadOnlyList<InboundMessage> messages) =>
        JsonSerializer.SerializeToUtf8Bytes(messages, IngestionJson.Default.IReadOnlyListInboundMessage);

    private static string? Shortened(string? text)
    {
        var stored = text is null ? null : InboundText.Normalise(text);
        return stored is { Length: > ChannelPoll.ReasonLength } ? InboundText.Normalise(stored[..ChannelPoll.ReasonLength]) : stored;
    }
}
