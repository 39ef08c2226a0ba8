namespace SocialCrm.Host.Platform.Database;

/// <summary>What becomes of a row whose key is already there.</summary>
public enum OnConflict
{
    Fail,
    Skip,
}
