using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>The form of a plugin as it is filled in for one thing: changed, and shown without its secrets.</summary>
internal static class FilledForm
{
    private static readonly Dictionary<string, string[]> NoErrors = new(StringComparer.Ordinal);

    /// <summary>Takes new settings over, keeping the secrets that were not given anew. What is wrong with them; empty when they were taken.</summary>
    public static Dictionary<string, string[]> Fill(this IHasSettings owner, IReadOnlyList<SettingField> fields, JsonElement given, TenantSecrets secrets)
    {
        var stored = Stored(owner, secrets);
        var settings = new SettingsReader(fields, "settings").Read(given, stored.Select(s => s.Key).ToHashSet(StringComparer.Ordinal));
        if (settings.Errors.Count > 0)
        {
            return settings.Errors;
        }

        var (plain, secret) = StoredSettings.Split(fields, settings.Values);
        foreach (var (name, value) in stored.Where(s => !secret.ContainsKey(s.Key)))
        {
            secret[name] = value?.DeepClone();
        }

        owner.Settings = plain.ToJsonString();
        owner.Secrets = secret.Count > 0 ? secrets.Protect(owner.TenantId, secret.ToJsonString()) : null;
        return NoErrors;
    }

    /// <summary>The names of the secret settings that are stored.</summary>
    public static IReadOnlyList<string> SecretsSet(this IHasSettings owner, TenantSecrets secrets) => [.. Stored(owner, secrets).Select(s => s.Key)];

    /// <summary>The settings as they may be shown: a secret one is null.</summary>
    public static Dictionary<string, JsonElement> Shown(this IHasSettings owner, IReadOnlyList<SettingField> fields, IReadOnlyList<string> secretsSet)
    {
        using var json = JsonDocument.Parse(owner.Settings);
        var settings = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        foreach (var name in fields.Where(f => f.Kind == SettingKind.Secret).Select(f => f.Name).Union(secretsSet))
        {
            settings[name] = JsonElement.Parse("null");
        }

        return settings;
    }

    // Secrets that cannot be read any more are no longer there: the form then asks for them again.
    private static JsonObject Stored(IHasSettings owner, TenantSecrets secrets)
    {
        try
        {
            return owner.Secrets is { } stored ? StoredSettings.Parse(secrets.Unprotect(owner.TenantId, stored)) : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
