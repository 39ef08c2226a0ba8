namespace SocialCrm.Plugins.Channels.Import.Reading;

internal enum CsvFault
{
    None,

    /// <summary>The bytes end before the record does.</summary>
    Unfinished,

    /// <summary>Something follows a closing quote.</summary>
    Quote,
}
