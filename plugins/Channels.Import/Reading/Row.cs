using SocialCrm.Sdk;

namespace SocialCrm.Plugins.Channels.Import.Reading;

/// <summary>The cells of one row by the fields that they are mapped to, and the first fault found in them.</summary>
internal sealed class Row(ImportMapping mapping, Func<string, string?> cell)
{
    public ParseError? Error { get; private set; }

    public bool IsMapped(string field) => mapping.Columns.ContainsKey(field);

    public string? Text(string field) => mapping.Columns.TryGetValue(field, out var column) && cell(column) is { Length: > 0 } text ? text : null;

    public string? Optional(string field, int longest)
    {
        var text = Text(field);
        if (text?.Length > longest)
        {
            Fault(field, $"has more than {longest:N0} characters.");
        }

        return text;
    }

    public string? Needed(string field, int longest)
    {
        var text = Optional(field, longest);
        if (text is null)
        {
            Fault(field, "is missing.");
        }

        return text;
    }

    public string? Checked(string field, Func<string, bool> isGood, string otherwise)
    {
        var text = Text(field);
        if (text is not null && !isGood(text))
        {
            Fault(field, otherwise);
        }

        return text;
    }

    public T? Parsed<T>(string field, Func<string, T?> parse, string otherwise)
        where T : struct
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var value = parse(text.Trim());
        if (value is null)
        {
            Fault(field, otherwise);
        }

        return value;
    }

    /// <summary>What several values were read to; null where there are none.</summary>
    public IReadOnlyList<T>? Each<T>(string field, IReadOnlyList<T> values, Predicate<T> isGood, string otherwise)
    {
        if (values.Any(v => !isGood(v)))
        {
            Fault(field, otherwise);
        }

        return values.Count > 0 ? values : null;
    }

    private void Fault(string field, string message)
    {
        var column = mapping.Columns.GetValueOrDefault(field);
        Error ??= new ParseError(field, column is null || column == field ? $"{field} {message}" : $"{field} (column {column}) {message}");
    }
}
