using System.Reflection;
using System.Text.Json;
using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Settings;

/// <summary>
/// A settings class as a form, and back. Plain reflection on purpose: serialisers and validators of the framework cache the
/// types they have seen, and would keep a stopped plugin in memory.
/// </summary>
internal sealed class SettingsForm
{
    private readonly List<(SettingField Field, PropertyInfo Property)> _fields = [];

    /// <exception cref="InvalidOperationException">A property cannot be a setting.</exception>
    public SettingsForm(Type settings)
    {
        var defaults = Activator.CreateInstance(settings)!;
        foreach (var property in settings.GetProperties().OrderBy(p => p.MetadataToken))
        {
            if (property.GetCustomAttribute<SettingAttribute>() is { } attribute)
            {
                _fields.Add((Field(property, attribute, property.GetValue(defaults)), property));
            }
        }

        Fields = [.. _fields.Select(f => f.Field)];
    }

    public IReadOnlyList<SettingField> Fields { get; }

    /// <summary>Sets the properties of a new instance to values that <see cref="SettingsReader"/> has checked; others keep their default.</summary>
    public void Bind(object instance, IReadOnlyDictionary<string, object> values)
    {
        foreach (var (field, property) in _fields)
        {
            if (values.TryGetValue(field.Name, out var value))
            {
                property.SetValue(instance, Convert(value, Plain(property.PropertyType)));
            }
        }
    }

    /// <summary>A new instance with these values.</summary>
    public TSettings Filled<TSettings>(IReadOnlyDictionary<string, object> values)
        where TSettings : class, new()
    {
        var settings = new TSettings();
        Bind(settings, values);
        return settings;
    }

    private static object Convert(object value, Type type) => value switch
    {
        string text when type == typeof(Uri) => new Uri(text, UriKind.Absolute),
        string text when type.IsEnum => Enum.Parse(type, EnumName(type, text)),
        _ => value,
    };

    private static string EnumName(Type type, string choice) =>
        Enum.GetNames(type).First(name => Camel(name) == choice);

    private static SettingField Field(PropertyInfo property, SettingAttribute attribute, object? value)
    {
        if (property.GetMethod is not { IsPublic: true } || property.SetMethod is not { IsPublic: true })
        {
            throw new InvalidOperationException($"The setting {property.Name} needs a public getter and setter.");
        }

        var type = Plain(property.PropertyType);
        var kind = Kind(property.Name, type, attribute);
        var isText = kind is SettingKind.Text or SettingKind.Multiline or SettingKind.Secret or SettingKind.Url;
        return new SettingField(
            Camel(property.Name), attribute.Label, attribute.Help, attribute.Placeholder, kind, attribute.Required,
            isText ? attribute.MaxLength : null,
            kind == SettingKind.Number && attribute.Min != int.MinValue ? attribute.Min : null,
            kind == SettingKind.Number && attribute.Max != int.MaxValue ? attribute.Max : null,
            type.IsEnum ? [.. Enum.GetNames(type).Select(name => Choice(type.GetField(name)!))] : [],
            kind == SettingKind.Secret ? null : Default(value),
            attribute.RequiredForReplies,
            attribute.RequiredForPulling);
    }

    private static SettingChoice Choice(FieldInfo member) =>
        new(Camel(member.Name), member.GetCustomAttribute<SettingAttribute>()?.Label ?? InWords(member.Name));

    private static string InWords(string name)
    {
        var words = JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string? Default(object? value) => value switch
    {
        null or "" => null,
        bool flag => flag ? "true" : "false",
        Enum choice => Camel(choice.ToString()),
        _ => value.ToString(),
    };

    private static SettingKind Kind(string name, Type type, SettingAttribute attribute) => type switch
    {
        _ when attribute.Secret => type == typeof(string) ? SettingKind.Secret : throw Unfit(name, "secret, so it must be a string"),
        _ when type == typeof(string) => attribute.Multiline ? SettingKind.Multiline : SettingKind.Text,
        _ when type == typeof(Uri) => SettingKind.Url,
        _ when type == typeof(int) => SettingKind.Number,
        _ when type == typeof(bool) => SettingKind.Boolean,
        { IsEnum: true } => SettingKind.Choice,
        _ => throw Unfit(name, "neither string, bool, int, Uri nor an enum"),
    };

    private static InvalidOperationException Unfit(string name, string why) => new($"The setting {name} is {why}.");

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
