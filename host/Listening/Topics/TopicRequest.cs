using System.Text.RegularExpressions;

namespace SocialCrm.Host.Listening;

/// <param name="Name">1 to 100 characters.</param>
/// <param name="Query">Words, "phrases", beginnings*, #hashtags, @handles, joined by AND, OR, NOT and parentheses.</param>
/// <param name="Key">The label's value: lower-case letters, digits and hyphens. Made from the name when left out; it cannot be changed later.</param>
/// <param name="Kind">subject, brand or competitor; subject when left out.</param>
/// <param name="Competitor">True says the same as the kind competitor.</param>
/// <param name="Color">As #rrggbb.</param>
/// <param name="Enabled">True when left out.</param>
public sealed record TopicRequest(
    string Name, string Query, string? Key = null, TopicKind? Kind = null, bool? Competitor = null, string? Color = null, bool? Enabled = null)
{
    internal TopicKind KindOr(TopicKind before) => Kind ?? Competitor switch
    {
        true => TopicKind.Competitor,
        false when before == TopicKind.Competitor => TopicKind.Subject,
        _ => before,
    };
}

/// <summary>What a topic has to keep to.</summary>
internal static partial class TopicRules
{
    public static Dictionary<string, string[]> Errors(TopicRequest request)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > Topic.LongestName || request.Name.Any(char.IsControl))
        {
            errors["name"] = [$"Give a name of 1 to {Topic.LongestName} characters."];
        }

        if (QueryError(request.Query) is { } error)
        {
            errors["query"] = [error];
        }

        if (request.Key is { } key && !Key().IsMatch(key))
        {
            errors["key"] = [$"Use 1 to {Topic.LongestKey} lower-case letters, digits and hyphens, beginning with a letter or digit."];
        }

        if (request.Color is { } color && !Color().IsMatch(color))
        {
            errors["color"] = ["Give a colour as #rrggbb."];
        }

        return errors;
    }

    /// <summary>What is wrong with a query and where, in words; null when nothing is.</summary>
    public static string? QueryError(string query) =>
        query.Contains('\0') ? "A query cannot hold U+0000." : TopicQuery.Parse(query).Error is { } error ? $"{error.Message} (character {error.Position + 1})" : null;

    /// <summary>A key such as <c>late-delivery</c> from a name; null when the name has no letter that a key can hold.</summary>
    public static string? KeyOf(string name)
    {
        var key = string.Join('-', Tokens.Of(name).Select(t => new string([.. t.Text.Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0));
        key = (key.Length > Topic.LongestKey ? key[..Topic.LongestKey] : key).Trim('-');
        return key is "" or "unsure" ? null : key;
    }

    [GeneratedRegex(@"^(?!unsure\z)[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}\z", RegexOptions.None, 1000)]
    private static partial Regex Color();
}
