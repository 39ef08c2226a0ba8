namespace SocialCrm.Host.Platform.Outgoing;

/// <summary>How long to wait before the next attempt: twice as long each time, never the same for two items.</summary>
internal static class Backoff
{
    public const int MostAttempts = 15;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">How many attempts were made, from 1.</param>
    /// <param name="asked">How long the network asks to wait; obeyed up to a day.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the attempts.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked, double chance)
    {
        var wait = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        wait = wait > Longest ? Longest : wait;
        wait *= 0.8 + (0.4 * chance);
        var floor = asked is { } given ? TimeSpan.FromSeconds(Math.Clamp(given.TotalSeconds, 0, 86_400)) : TimeSpan.Zero;
        return wait > floor ? wait : floor;
    }
}
