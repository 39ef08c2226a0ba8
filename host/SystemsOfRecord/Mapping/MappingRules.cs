using System.Text.RegularExpressions;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>What a mapping has to keep to.</summary>
internal static partial class MappingRules
{
    private const int MostFields = 50;

    public static Dictionary<string, string[]> Errors(FieldMapping mapping)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check(mapping.Contact, MappableFields.Contact, "mapping.contact", errors);
        Check(mapping.Activity, MappableFields.Activity, "mapping.activity", errors);
        return errors;
    }

    private static void Check(IReadOnlyList<MappedField>? fields, IReadOnlyList<MappableField> known, string path, Dictionary<string, string[]> errors)
    {
        if (fields is null || fields.Count > MostFields)
        {
            errors[path] = [$"Give a list of at most {MostFields} fields."];
            return;
        }

        var targets = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            if (!known.Any(k => k.Name == fields[i]?.Source))
            {
                errors[$"{path}[{i}].source"] = [$"is none of our fields. They are {string.Join(", ", known.Select(k => k.Name))}."];
            }
            else if (!Target().IsMatch(fields[i].Target ?? ""))
            {
                errors[$"{path}[{i}].target"] = ["must have 1 to 64 letters, digits, and the signs _ . -"];
            }
            else if (!targets.Add(fields[i].Target))
            {
                errors[$"{path}[{i}].target"] = ["stands there twice."];
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
