namespace SocialCrm.Benchmarks.Pages;

/// <summary>Times what a page asks for, a few calls first that are not counted.</summary>
internal sealed class PageTiming(Caller caller, int calls, TimeProvider time)
{
    private const int WarmUp = 5;

    public async Task<PageTimes> MeasureAsync(PageCall call, CancellationToken ct)
    {
        var times = new List<double>();
        for (var i = 0; i < WarmUp + calls; i++)
        {
            var started = time.GetTimestamp();
            await caller.TextAsync(call.Paths[i % call.Paths.Length], ct);
            if (i >= WarmUp)
            {
                times.Add(time.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        return new PageTimes(call.Name, Report.Percentile(times, 0.5), Report.Percentile(times, 0.95));
    }
}
