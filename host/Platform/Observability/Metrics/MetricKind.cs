namespace SocialCrm.Host.Platform.Observability.Metrics;

/// <summary>How measurements of an instrument add up.</summary>
internal enum MetricKind
{
    /// <summary>Each measurement is added to the sum, which only grows.</summary>
    Counter,

    /// <summary>Each measurement is the whole sum.</summary>
    ObservedCounter,

    /// <summary>Each measurement is added to a value that goes up and down.</summary>
    UpDown,

    /// <summary>Each measurement is the present value.</summary>
    Gauge,

    Histogram,
}
