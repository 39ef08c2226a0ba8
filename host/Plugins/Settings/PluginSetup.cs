using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>A plugin's own settings, read by the form that it has now.</summary>
internal sealed class PluginSetup
{
    private const int MarkLength = 8;

    private PluginSetup(IReadOnlyDictionary<string, object> values, string mark, string? missing) => (Values, Mark, Missing) = (values, mark, missing);

    /// <summary>A string, an int or a bool for each field that is filled in.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>What sets a model by these settings apart from the same model by others; empty for the defaults.</summary>
    public string Mark { get; }

    /// <summary>What has to be filled in before the plugin can work, in words; null when nothing has.</summary>
    public string? Missing { get; }

    public static PluginSetup Of(IReadOnlyList<SettingField> fields, PluginSettings stored)
    {
        var read = StoredSettings.Read(fields, stored.Plain, stored.Secret);
        var wrong = fields.Where(f => read.Errors.ContainsKey($"settings.{f.Name}")).Select(f => f.Label).ToList();
        return new PluginSetup(
            read.Values,
            MarkOf(fields, read.Values),
            wrong.Count > 0 ? $"It is not used until its settings are filled in: {string.Join(", ", wrong)}." : null);
    }

    // A secret opens a door and gives no label; and not even a part of its hash goes where everybody may look.
    private static string MarkOf(IReadOnlyList<SettingField> fields, IReadOnlyDictionary<string, object> values)
    {
        var changed = fields.Where(f => f.Kind != SettingKind.Secret && values.ContainsKey(f.Name))
            .Select(f => (f.Name, f.Default, Value: Text(values[f.Name])))
            .Where(f => f.Value != f.Default)
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => $"{f.Name}={f.Value}\n");
        var text = string.Concat(changed);
        return text.Length == 0 ? "" : "+" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..MarkLength];
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
