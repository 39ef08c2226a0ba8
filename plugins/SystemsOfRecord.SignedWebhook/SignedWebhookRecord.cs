using SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Pulling;
using SocialCrm.Plugins.SystemsOfRecord.SignedWebhook.Sending;
using SocialCrm.Sdk;

namespace SocialCrm.Plugins.SystemsOfRecord.SignedWebhook;

/// <summary>One system of the organisation's own that takes signed events and says what changed on its side.</summary>
public sealed class SignedWebhookRecord(SystemOfRecordContext<SignedWebhookRecordSettings> system, TimeProvider time) : IPullingSystemOfRecord
{
    public async ValueTask<RecordCheck> CheckAsync(CancellationToken cancellationToken)
    {
        // An event could set something off over there, so that address is only looked up; a pull changes nothing, so it is made.
        if (await system.CheckAddressAsync(system.Settings.EventUrl!, cancellationToken) is { } problem)
        {
            return new RecordCheck(false, problem);
        }

        var told = $"Events go to {system.Settings.EventUrl!.Host}; none was sent for this test.";
        if (system.Settings.PullUrl is null)
        {
            return new RecordCheck(true, $"{told} Nothing is pulled: there is no pull address.");
        }

        var pull = await PullAsync(null, cancellationToken);
        return pull.Status == PollStatus.Ok
            ? new RecordCheck(true, $"{told} The pull address answered with {pull.Changes.Count} changes.")
            : new RecordCheck(false, pull.Reason!);
    }

    public ValueTask<IReadOnlyList<RecordResult>> UpsertContactsAsync(IReadOnlyList<ContactEntry> entries, CancellationToken cancellationToken) =>
        SendAsync(entries.Select(e => (e.IdempotencyKey, EventBody.Of(e))), cancellationToken);

    public ValueTask<IReadOnlyList<RecordResult>> LogActivitiesAsync(IReadOnlyList<ActivityEntry> entries, CancellationToken cancellationToken) =>
        SendAsync(entries.Select(e => (e.IdempotencyKey, EventBody.Of(e))), cancellationToken);

    public ValueTask<PullResult> PullAsync(string? cursor, CancellationToken cancellationToken) =>
        new ChangePuller(system, time).PullAsync(cursor, cancellationToken);

    private async ValueTask<IReadOnlyList<RecordResult>> SendAsync(IEnumerable<(string Key, byte[] Body)> events, CancellationToken cancellationToken)
    {
        var sender = new EventSender(system, time);
        var results = new List<RecordResult>();
        foreach (var (key, body) in events)
        {
            results.Add(await sender.SendAsync(key, body, cancellationToken));
        }

        return results;
    }
}
