namespace SocialCrm.Host.Ingestion;

/// <summary>Live messages go before imports, imports before replays. The numbers are stored.</summary>
public enum LaneClass : short
{
    Live = 0,
    Import = 1,
    Replay = 2,
}
