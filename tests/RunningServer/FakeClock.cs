using System.Diagnostics;
using System.Globalization;

namespace SocialCrm.RunningServer;

/// <summary>Lets one process believe in another time than this machine's, through libfaketime. What measures durations is left alone.</summary>
internal static class FakeClock
{
    private const string Libraries = "/usr/lib";

    public static void Set(ProcessStartInfo start, TimeSpan offset)
    {
        start.Environment["LD_PRELOAD"] = Find();
        start.Environment["FAKETIME"] = string.Create(CultureInfo.InvariantCulture, $"{offset.TotalSeconds:+0;-0}");
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // Made for another C library: with it each wait that has a limit ends at once.
        start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
    }

    private static string Find() =>
        Directory.EnumerateDirectories(Libraries, "*-linux-gnu").Select(d => Path.Combine(d, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"A clock is set wrong through libfaketime, and there is none in {Libraries}. Install it: apt-get install faketime");
}
