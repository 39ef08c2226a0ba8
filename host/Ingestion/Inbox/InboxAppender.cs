using System.Collections.Concurrent;
using System.Threading.Channels;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Stores what was accepted. Requests that come while a transaction is under way are grouped into the next one, so that
/// the price of a durable commit is shared; each is answered only after its commit.
/// </summary>
internal sealed class InboxAppender(ICrmDatabase database, InboxSignal signal, TenantDepths depths, ILogger<InboxAppender> log)
    : BackgroundService
{
    private const int MostRows = 4000;

    private readonly Channel<InboxAppend> _queue = Channel.CreateBounded<InboxAppend>(4096);
    private readonly ConcurrentDictionary<LaneKey, bool> _registered = new();

    /// <summary>Returns once the request is on disk; throws when it is not.</summary>
    public async Task AppendAsync(InboxAppend append, CancellationToken ct)
    {
        await _queue.Writer.WriteAsync(append, ct);

        // Not cancelled with the request: the answer must not claim that nothing was stored when it was.
        await append.Stored.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<InboxAppend>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                Take(group);
                await StoreAsync(group);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was queued is still stored: its senders wait for the answer.
            _queue.Writer.TryComplete();
            for (Take(group); group.Count > 0; Take(group))
            {
                await StoreAsync(group);
            }
        }
    }

    private void Take(List<InboxAppend> group)
    {
        group.Clear();
        for (var rows = 0; rows < MostRows && _queue.Reader.TryRead(out var append); rows += append.Items.Count)
        {
            group.Add(append);
        }
    }

    private async Task StoreAsync(List<InboxAppend> group)
    {
        try
        {
            await WriteAsync(group);
            group.ForEach(append => append.Stored.TrySetResult());
        }
        catch (Exception error) when (group.Count == 1)
        {
            log.AppendFailed(error);
            group[0].Stored.TrySetException(error);
        }
        catch (Exception error)
        {
            // One request must not fail its neighbours: each is tried by itself.
            log.GroupAppendFailed(error, group.Count);
            foreach (var append in group)
            {
                await StoreAsync([append]);
            }
        }
    }

    private async Task WriteAsync(List<InboxAppend> group)
    {
        var items = group.SelectMany(append => append.Items).ToList();
        var lanes = items.Select(i => new LaneKey(i.TenantId, i.Class, i.Bucket)).Distinct().Where(l => !_registered.ContainsKey(l))
            .OrderBy(l => l.TenantId).ThenBy(l => l.Class).ThenBy(l => l.Bucket).ToList();
        await using (var session = await database.WriteAsync(CancellationToken.None))
        {
            await session.InsertAsync(InboxTables.Lanes, lanes, OnConflict.Skip, CancellationToken.None);
            await session.InsertAsync(InboxTables.RawEvents, group.ConvertAll(append => append.Raw), OnConflict.Fail, CancellationToken.None);
            await InboxTables.AppendAsync(session, items, CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }

        lanes.ForEach(lane => _registered.TryAdd(lane, true));
        depths.Add(items);
        signal.Raise();
    }
}
