using System.ComponentModel.DataAnnotations;

namespace SocialCrm.Host.Ingestion;

/// <summary>How history is taken in. Bound from the section "Imports".</summary>
public sealed class ImportsOptions
{
    /// <summary>The largest file, in MiB.</summary>
    [Range(1, 100_000, ErrorMessage = "Imports:MostMegabytes must be 1 to 100,000.")]
    public int MostMegabytes { get; set; } = 512;

    /// <summary>So many messages of a tenant's imports may wait in the inbox; then reading rests.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Imports:HighWater must be 1 to 1,000,000.")]
    public int HighWater { get; set; } = 20_000;

    /// <summary>How many imports a node reads at a time.</summary>
    [Range(1, 16, ErrorMessage = "Imports:AtATime must be 1 to 16.")]
    public int AtATime { get; set; } = 2;

    public long MostBytes => MostMegabytes * 1024L * 1024;
}
