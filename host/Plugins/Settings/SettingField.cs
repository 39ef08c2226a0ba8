namespace SocialCrm.Host.Plugins.Settings;

/// <summary>One field of the form by which a channel, a system of record or a plugin is set up.</summary>
/// <param name="Name">The field's name in the settings.</param>
/// <param name="Label">What an admin reads.</param>
/// <param name="Help">What it is for and where to find it.</param>
/// <param name="Placeholder">An example for the empty field.</param>
/// <param name="Kind">Which sort of value it takes.</param>
/// <param name="Required">Whether the form cannot be saved without it.</param>
/// <param name="MaxLength">The most UTF-16 units of a text; null for other kinds.</param>
/// <param name="Min">The smallest number; null for other kinds, or without a limit.</param>
/// <param name="Max">The largest number; null for other kinds, or without a limit.</param>
/// <param name="Choices">What can be chosen; empty for other kinds.</param>
/// <param name="Default">The value that holds while none is given, as text; null where there is none.</param>
/// <param name="RequiredForReplies">Whether the channel can send replies only once it is filled in.</param>
/// <param name="RequiredForPulling">Whether a system of record is pulled from only once it is filled in.</param>
public sealed record SettingField(
    string Name,
    string Label,
    string Help,
    string Placeholder,
    SettingKind Kind,
    bool Required,
    int? MaxLength,
    int? Min,
    int? Max,
    IReadOnlyList<SettingChoice> Choices,
    string? Default,
    bool RequiredForReplies,
    bool RequiredForPulling);
