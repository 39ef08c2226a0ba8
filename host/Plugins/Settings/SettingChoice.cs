namespace SocialCrm.Host.Plugins.Settings;

/// <param name="Value">What is sent and stored.</param>
/// <param name="Label">What an admin reads.</param>
public sealed record SettingChoice(string Value, string Label);
