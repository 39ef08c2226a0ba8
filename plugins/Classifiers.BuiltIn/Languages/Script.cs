namespace SocialCrm.Plugins.Classifiers.BuiltIn.Languages;

internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Greek,
    Hebrew,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Hangul,
    Kana,
    Han,
    Other,
}
