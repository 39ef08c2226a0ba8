using System.Text.Json;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace SocialCrm.Host.Plugins.Loading;

/// <summary>Reads and checks plugin.json. Its author may be anyone.</summary>
internal static partial class ManifestReader
{
    public const string FileName = "plugin.json";
    private const int MaxBytes = 64 * 1024;

    /// <exception cref="InvalidPluginException">It is missing, unreadable or says something that cannot be.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
        {
            throw new InvalidPluginException($"{FileName} is missing: build the plugin with the SDK's targets.");
        }

        if (file.Length > MaxBytes)
        {
            throw new InvalidPluginException($"{FileName} is larger than {MaxBytes / 1024} KiB.");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidPluginException($"{FileName} is not valid JSON.");
        }
    }

    private static PluginManifest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidPluginException($"{FileName} must hold an object.");
        }

        var id = Text(json, "id", 128);
        var assembly = Text(json, "assembly", 256);
        return new PluginManifest
        {
            Id = ReverseDns().IsMatch(id) ? id : throw Invalid("id", "must be in reverse DNS and lower case, such as com.example.channels.forum"),
            Name = Text(json, "name", 100),
            Version = NuGetVersion.TryParseStrict(Text(json, "version", 64), out var version) ? version : throw Invalid("version", "must be a semantic version such as 1.2.0"),
            Sdk = VersionRange.TryParse(Text(json, "sdk", 64), out var sdk) ? sdk : throw Invalid("sdk", "must be a range of versions such as [0.1.0,0.2.0)"),
            Assembly = FileNameOfDll().IsMatch(assembly) ? assembly : throw Invalid("assembly", "must be the name of a .dll file beside it"),
            Description = Text(json, "description", 2000, required: false),
            Author = Text(json, "author", 200, required: false),
            Kinds = Texts(json, "kinds"),
            Permissions = Texts(json, "permissions"),
        };
    }

    private static string Text(JsonElement json, string name, int maxLength, bool required = true)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return required ? throw Invalid(name, "is missing") : "";
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : throw Invalid(name, "must be a text");
        return text.Length > maxLength || (required && text.Length == 0) ? throw Invalid(name, $"must have 1 to {maxLength} characters") : text;
    }

    private static string[] Texts(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= 32 && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : throw Invalid(name, "must be a list of texts");
    }

    private static InvalidPluginException Invalid(string field, string message) => new($"{FileName}: {field} {message}.");

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*){1,7}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ReverseDns();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\.dll\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FileNameOfDll();
}
