namespace SocialCrm.Host.Plugins.Calls;

/// <summary>
/// The one path of calls into a plugin: each has a time budget, a place among the plugin's calls and a breaker, and
/// whatever goes wrong comes out as a <see cref="PluginException"/>. A plugin that ignores cancellation is left behind.
/// </summary>
internal sealed class PluginGuard(string pluginId, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private readonly Dictionary<PluginCall, SemaphoreSlim> _places =
        PluginCall.All.ToDictionary(call => call, call => new SemaphoreSlim(call.Concurrency));

    private readonly CancellationTokenSource _stopping = new();
    private int _running;

    /// <exception cref="PluginFailedException">It threw, took too long, is busy or is paused after repeated faults.</exception>
    /// <exception cref="PluginUnavailableException">The plugin was stopped.</exception>
    public async Task<T> CallAsync<T>(PluginCall kind, CircuitBreaker breaker, Func<CancellationToken, ValueTask<T>> call, CancellationToken ct)
    {
        if (!breaker.TryEnter())
        {
            throw new PluginFailedException(pluginId, $"paused after repeated faults ({breaker.Reason}); it is tried again every {CircuitBreaker.Pause.TotalSeconds:0} seconds", wasCalled: false);
        }

        var place = _places[kind];
        if (!await place.WaitAsync(kind.Budget, ct))
        {
            throw new PluginFailedException(pluginId, $"all {kind.Concurrency} places for {kind.Name} are taken", wasCalled: false);
        }

        if (_stopping.IsCancellationRequested)
        {
            place.Release();
            throw Stopped();
        }

        return await RunAsync(kind, breaker, Begin(kind, place, call, ct), ct);
    }

    /// <summary>Cancels the calls under way and waits, for a while, until they have ended.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        await _stopping.CancelAsync();
        var deadline = time.GetTimestamp();
        while (Volatile.Read(ref _running) > 0 && time.GetElapsedTime(deadline) < limit)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), time);
        }
    }

    public void Dispose() => _stopping.Dispose();

    // The budget outlives the caller's wait, so the call owns it and whatever else must live as long as the call.
    private Task<T> Begin<T>(PluginCall kind, SemaphoreSlim place, Func<CancellationToken, ValueTask<T>> call, CancellationToken ct)
    {
        Interlocked.Increment(ref _running);
        return Task.Run(
            async () =>
            {
                using var budget = new CancellationTokenSource(kind.Budget, time);
                using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, _stopping.Token, ct);
                try
                {
                    return await call(linked.Token);
                }
                finally
                {
                    Interlocked.Decrement(ref _running);
                    place.Release();
                }
            },
            CancellationToken.None);
    }

    private async Task<T> RunAsync<T>(PluginCall kind, CircuitBreaker breaker, Task<T> running, CancellationToken ct)
    {
        try
        {
            var result = await running.WaitAsync(kind.Budget + Grace, time, ct);
            breaker.Succeeded();
            return result;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Forget(running);
            throw;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw Stopped();
        }
        catch (PluginException)
        {
            throw;
        }
        catch (Exception error)
        {
            Forget(running);
            throw Fault(kind, breaker, error);
        }
    }

    // The plugin's own exception goes no further: its message may quote a customer, and its type would hold the plugin in memory.
    private PluginFailedException Fault(PluginCall kind, CircuitBreaker breaker, Exception error)
    {
        var reason = error switch
        {
            TimeoutException or OperationCanceledException => $"{kind.Name} took longer than {kind.Budget.TotalSeconds:0} seconds",
            InvalidAnswerException invalid => $"{kind.Name} gave back {invalid.Message}",
            _ => $"{kind.Name} failed with {error.GetType().Name}",
        };
        log.CallFailed(pluginId, reason, error.StackTrace ?? "");
        if (breaker.Failed(reason))
        {
            log.CallsPaused(pluginId, reason);
        }

        return new PluginFailedException(pluginId, reason);
    }

    private PluginUnavailableException Stopped() => new(pluginId, "it was stopped");

    private static void Forget(Task abandoned) =>
        _ = abandoned.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
