using System.Globalization;

namespace SocialCrm.Benchmarks.Ingest;

/// <summary>What Linux tells about processes in /proc.</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100;

    public static double PeakMemoryMb(int process) => Megabytes(process, "VmHWM:");

    /// <summary>What it holds now.</summary>
    public static double MemoryMb(int process) => Megabytes(process, "VmRSS:");

    private static double Megabytes(int process, string figure) =>
        double.Parse(
            File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(figure, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;

    /// <summary>Processor time of a process and its children, those that have ended among them.</summary>
    public static TimeSpan FamilyTime(int parent)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            // After the name in brackets: state, parent, … user, system, children's user, children's system.
            if (Stat(folder) is { } fields && (folder == $"/proc/{parent}" || fields[1] == parent.ToString(CultureInfo.InvariantCulture)))
            {
                ticks += fields[11..15].Sum(long.Parse);
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static string[]? Stat(string folder)
    {
        try
        {
            var text = File.ReadAllText(folder + "/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
