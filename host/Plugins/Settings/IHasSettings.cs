namespace SocialCrm.Host.Plugins.Settings;

/// <summary>What an admin set up by a plugin's form: a channel, a system of record, the plugin itself.</summary>
internal interface IHasSettings
{
    Guid TenantId { get; }

    /// <summary>The settings but for the secret ones, as a JSON object.</summary>
    string Settings { get; set; }

    /// <summary>The secret settings as a JSON object, encrypted; null where there are none.</summary>
    byte[]? Secrets { get; set; }
}
