namespace SocialCrm.Host.Ingestion;

/// <summary>Where an import stands. The numbers are stored.</summary>
public enum ImportState : short
{
    /// <summary>The file is on its way here.</summary>
    Uploading = 0,

    /// <summary>The file is being read.</summary>
    Reading = 1,

    /// <summary>Everything is read; the last messages are being processed.</summary>
    Processing = 2,

    /// <summary>Every row is in, known already, or stands among the errors.</summary>
    Completed = 3,

    /// <summary>Somebody stopped it. What had been read stays.</summary>
    Cancelled = 4,

    /// <summary>The rest of the file could not be read. What had been read stays.</summary>
    Failed = 5,
}
