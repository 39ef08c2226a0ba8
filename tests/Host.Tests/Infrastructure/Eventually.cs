using System.Diagnostics;

namespace SocialCrm.Host.Tests.Infrastructure;

/// <summary>For what happens soon but not at once: asks again until it holds, and fails when it does not within the limit.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <param name="what">What is waited for, for the failure's message.</param>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="limit">30 seconds when not said: generous, since only a failure waits that long.</param>
    public static Task HoldsAsync(string what, Func<Task<bool>> condition, TimeSpan? limit = null) =>
        FindsAsync(what, async () => await condition() ? "" : null, limit);

    /// <summary>The same for a value: waits until it is not null, and gives it.</summary>
    public static async Task<T> FindsAsync<T>(string what, Func<Task<T?>> find, TimeSpan? limit = null)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        var patience = limit ?? TimeSpan.FromSeconds(30);
        while (true)
        {
            if (await find() is { } found)
            {
                return found;
            }

            Assert.True(waited.Elapsed < patience, $"Waited {patience.TotalSeconds:0.#} s in vain for {what}.");
            await Task.Delay(Pause);
        }
    }
}
