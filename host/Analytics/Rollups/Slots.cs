namespace SocialCrm.Host.Analytics;

/// <summary>
/// Time in quarters of an hour since 1970, UTC: every time zone in use is ahead or behind by whole quarters, so that
/// anybody's day is a sum of slots.
/// </summary>
internal static class Slots
{
    public const int Seconds = 900;
    public const int OfHour = 4;
    public const int OfDay = 96;

    public static int Of(DateTime at) => (int)Math.Floor((at - DateTime.UnixEpoch).TotalSeconds / Seconds);

    public static DateTime Start(int slot) => DateTime.UnixEpoch.AddSeconds((long)slot * Seconds);
}
