namespace SocialCrm.Host.Attachments;

/// <summary>Which files are taken, by what their content shows and how their name ends.</summary>
internal static class TypeRules
{
    public static IReadOnlyList<string> List(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.TrimStart('.').ToLowerInvariant())];

    /// <summary>Null when it is taken, else a sentence.</summary>
    public static string? WhyRefused(AttachmentsOptions options, string name, string type)
    {
        if (type == FileType.Program)
        {
            return "The file is a program, which this server does not take.";
        }

        var ending = AttachmentName.Ending(name);
        if (ending.Length > 0 && List(options.RefusedEndings).Contains(ending))
        {
            return $"Files that end in .{ending} are not taken by this server.";
        }

        var allowed = List(options.AllowedTypes);
        return allowed.Count == 0 || Matches(allowed, type) ? null : $"This server takes only {string.Join(", ", allowed)}; the file is {type}.";
    }

    public static bool Matches(IReadOnlyCollection<string> types, string type) => types.Count == 0
        || types.Any(t => t.EndsWith("/*", StringComparison.Ordinal)
            ? type.StartsWith(t[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(t, type, StringComparison.OrdinalIgnoreCase));
}
