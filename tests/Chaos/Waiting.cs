namespace SocialCrm.Chaos;

/// <summary>Waiting for what must come to be.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Task UntilAsync(string what, Func<bool> condition) =>
        UntilNothingIsWrongAsync(() => Task.FromResult<List<string>>(condition() ? [] : [$"Waited for {what}."]), Patience);

    /// <summary>Until it finds nothing; fails with what it found last.</summary>
    public static async Task UntilNothingIsWrongAsync(Func<Task<List<string>>> wrong, TimeSpan patience)
    {
        var started = TimeProvider.System.GetTimestamp();
        List<string> last;
        while ((last = await wrong()).Count > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < patience, $"Still so after {patience}:\n{string.Join('\n', last)}");
            await Task.Delay(Pause);
        }
    }
}
