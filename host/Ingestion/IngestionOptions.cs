using System.ComponentModel.DataAnnotations;

namespace SocialCrm.Host.Ingestion;

/// <summary>How messages are taken in. Bound from the section "Ingestion".</summary>
public sealed class IngestionOptions
{
    /// <summary>How many batches of this node are worked on at a time.</summary>
    [Range(1, 32, ErrorMessage = "Ingestion:Workers must be 1 to 32.")]
    public int Workers { get; set; } = 3;

    /// <summary>The most messages in one transaction.</summary>
    [Range(1, 2000, ErrorMessage = "Ingestion:BatchSize must be 1 to 2000.")]
    public int BatchSize { get; set; } = 500;

    /// <summary>How many lanes a batch takes when so much waits that several workers share it.</summary>
    [Range(1, 64, ErrorMessage = "Ingestion:LanesPerBatch must be 1 to 64.")]
    public int LanesPerBatch { get; set; } = 16;

    /// <summary>So many messages of a tenant may wait; past it webhooks get 429.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Ingestion:HighWater must be 1 to 10,000,000.")]
    public int HighWater { get; set; } = 100_000;

    /// <summary>How long a small batch waits to grow, in milliseconds.</summary>
    [Range(0, 1000, ErrorMessage = "Ingestion:GrowMilliseconds must be 0 to 1000.")]
    public int GrowMilliseconds { get; set; } = 10;
}
