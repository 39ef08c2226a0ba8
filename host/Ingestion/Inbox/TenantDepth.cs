using System.Collections.Concurrent;

namespace SocialCrm.Host.Ingestion;

/// <summary>How many messages of one tenant wait, by channel.</summary>
internal sealed class TenantDepth
{
    private readonly ConcurrentDictionary<Guid, long> _channels = new();
    private long _total;

    public long Total => Volatile.Read(ref _total);

    public static TenantDepth Of(IEnumerable<(Guid Channel, long Count)> counted)
    {
        var depth = new TenantDepth();
        foreach (var (channel, count) in counted)
        {
            depth.Add(channel, count);
        }

        return depth;
    }

    public void Add(Guid channel, long count)
    {
        _channels.AddOrUpdate(channel, count, (_, before) => before + count);
        Interlocked.Add(ref _total, count);
    }

    /// <summary>Past the mark, each channel that has something waiting keeps an equal share of the room: a flood on one holds up no other.</summary>
    public bool IsHigh(Guid channel, int mark) =>
        Total >= mark && _channels.GetValueOrDefault(channel) >= Math.Max(1, mark / Math.Max(1, _channels.Count(c => c.Value > 0)));
}
