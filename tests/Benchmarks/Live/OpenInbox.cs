using System.Text.Json;
using SocialCrm.RunningServer;

namespace SocialCrm.Benchmarks.Live;

/// <summary>
/// A colleague's open inbox, kept fresh as the admin UI keeps it: a hint leads to a refetch of what is shown (the list, the counts, the saved
/// views), the first one at once and the others at the
/// pace of live-refetch.ts.
/// </summary>
internal sealed class OpenInbox : IAsyncDisposable
{
    // Those of admin-ui/src/api/live-refetch.ts.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _hinted = new(0);
    private readonly CancellationTokenSource _closed = new();
    private readonly Browser _browser;
    private readonly Guid _channel;
    private readonly TimeProvider _time;
    private HubLink? _link;
    private Task _refetching = Task.CompletedTask;

    private OpenInbox(Browser browser, Guid channel, TimeProvider time) => (_browser, _channel, _time) = (browser, channel, time);

    /// <summary>When each first stood in the list, as timestamps, by the first word of what was said.</summary>
    public Dictionary<string, long> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>How long each refetch of the list took, in milliseconds.</summary>
    public List<double> Refetches { get; } = [];

    /// <param name="browser">The colleague's.</param>
    /// <param name="node">Where the live link goes.</param>
    /// <param name="channel">The channel that the list is narrowed to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Gives up opening it.</param>
    public static async Task<OpenInbox> OpenAsync(Browser browser, Uri node, Guid channel, TimeProvider time, CancellationToken ct)
    {
        var inbox = new OpenInbox(browser, channel, time);
        inbox._link = await HubLink.OpenAsync(node, browser.Cookies, inbox.Hear, time, ct);
        inbox._refetching = inbox.RefetchAsync();
        return inbox;
    }

    public void ThrowIfLost()
    {
        _link?.ThrowIfLost();
        if (_refetching.IsCompleted)
        {
            throw new InvalidOperationException("The inbox could not be fetched again.", _refetching.Exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _refetching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_link is not null)
        {
            await _link.DisposeAsync();
        }

        _hinted.Dispose();
        _closed.Dispose();
    }

    private void Hear(WorkspaceHint hint)
    {
        if (_hinted.CurrentCount == 0)
        {
            _hinted.Release();
        }
    }

    private async Task RefetchAsync()
    {
        var (ended, rest) = (_time.GetTimestamp(), TimeSpan.Zero);
        while (true)
        {
            await _hinted.WaitAsync(_closed.Token);
            var left = rest - _time.GetElapsedTime(ended);
            await Task.Delay(left > Together ? left : Together, _time, _closed.Token);
            await _hinted.WaitAsync(0, _closed.Token);
            var started = _time.GetTimestamp();
            await Task.WhenAll(ListAsync(), GetAsync($"conversations/counts?channel={_channel}"), GetAsync("saved-views"));
            ended = _time.GetTimestamp();
            rest = RestAfter(_time.GetElapsedTime(started, ended));
        }
    }

    private static TimeSpan RestAfter(TimeSpan took) => TimeSpan.FromMilliseconds(
        Math.Clamp(2 * took.TotalMilliseconds, ShortestRest.TotalMilliseconds, LongestRest.TotalMilliseconds));

    private async Task ListAsync()
    {
        var started = _time.GetTimestamp();
        using var page = JsonDocument.Parse(await GetAsync($"conversations?status=open&channel={_channel}"));
        var now = _time.GetTimestamp();
        Refetches.Add(_time.GetElapsedTime(started, now).TotalMilliseconds);
        foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
        {
            if (item.GetProperty("preview").GetString() is { } preview)
            {
                Shown.TryAdd(preview.Split(' ', 2)[0], now);
            }
        }
    }

    private Task<byte[]> GetAsync(string path) => _browser.Http.GetByteArrayAsync(new Uri($"/api/v1/{path}", UriKind.Relative), _closed.Token);
}
