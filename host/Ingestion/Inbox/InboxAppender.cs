using System.Collections.Concurrent;
using System.Threading.Channels;
using SocialCrm.Host.Platform.Database;

namespace SocialCrm.Host.Ingestion;

/// <summary>
/// Stores what was accepted. Requests that come while a transaction is under way are grouped into the next one, so that
/// the price of a durable commit is shared; each is answered only after its commit.
/// </summary>
internal sealed class InboxAppender(ICrmDatabase database, InboxNews news, ILogger<InboxAppender> log)
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

    /// <summary>
    /// Stores what was fetched in one transaction with what stands for it, such as a cursor. When that says no, nothing is
    /// stored. Fetched messages may be none.
    /// </summary>
    public async Task<bool> AppendTogetherAsync(InboxAppend append, Func<SqlSession, Task<bool>> alongside)
    {
        var lanes = NewLanes(append.Items);
        await using (var session = await database.WriteAsync(CancellationToken.None))
        {
            if (!await alongside(session))
            {
                return false;
            }

            if (append.Items.Count > 0)
            {
                await InsertAsync(session, lanes, [append]);
            }

            await session.CommitAsync(CancellationToken.None);
        }

        Appended(lanes, append.Items);
        return true;
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
        var lanes = NewLanes(items);
        await using (var session = await database.WriteBatchAsync(CancellationToken.None))
        {
            await InsertAsync(session, lanes, group);
            await session.CommitAsync(CancellationToken.None);
        }

        Appended(lanes, items);
    }

    private List<LaneKey> NewLanes(IReadOnlyList<InboxItem> items) =>
        [.. items.Select(i => new LaneKey(i.TenantId, i.Class, i.Bucket)).Distinct().Where(l => !_registered.ContainsKey(l))
            .OrderBy(l => l.TenantId).ThenBy(l => l.Class).ThenBy(l => l.Bucket)];

    private static async Task InsertAsync(SqlSession session, List<LaneKey> lanes, List<InboxAppend> group)
    {
        await session.InsertAsync(InboxTables.Lanes, lanes, OnConflict.Skip, CancellationToken.None);
        await session.InsertAsync(InboxTables.RawEvents, group.ConvertAll(append => append.Raw), OnConflict.Fail, CancellationToken.None);
        await InboxTables.AppendAsync(session, [.. group.SelectMany(append => append.Items)], CancellationToken.None);
    }

    private void Appended(List<LaneKey> lanes, IReadOnlyList<InboxItem> items)
    {
        lanes.ForEach(lane => _registered.TryAdd(lane, true));
        news.Appended(items);
    }
}
