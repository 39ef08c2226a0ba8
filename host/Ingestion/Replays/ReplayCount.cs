namespace SocialCrm.Host.Ingestion;

/// <summary>How many there are before and after, how many come to it, and how many leave it.</summary>
internal sealed class ReplayCount
{
    public long Before { get; set; }

    public long After { get; set; }

    public long Gained { get; set; }

    public long Lost { get; set; }
}
