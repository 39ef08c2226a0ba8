namespace SocialCrm.Benchmarks;

/// <summary>What else the machine does: a figure that was taken on a busy one says little.</summary>
internal static class MachineLoad
{
    public static string Now() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);
}
