namespace SocialCrm.Host.Plugins.Settings;

/// <summary>Which sort of value a setting takes, and so how its field looks.</summary>
public enum SettingKind
{
    Text,
    Multiline,
    Secret,
    Url,
    Number,
    Boolean,
    Choice,
}
