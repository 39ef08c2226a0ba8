using System.Text.Json;

namespace SocialCrm.Host.SystemsOfRecord;

/// <summary>Which of our fields go to a system, and what they are called there.</summary>
/// <param name="Contact">The fields of a customer.</param>
/// <param name="Activity">The fields of a message.</param>
public sealed record FieldMapping(IReadOnlyList<MappedField> Contact, IReadOnlyList<MappedField> Activity)
{
    public static FieldMapping Default { get; } = new(
        [.. MappableFields.Contact.Where(f => f.ByDefault).Select(f => new MappedField(f.Name, f.Name))],
        [.. MappableFields.Activity.Where(f => f.ByDefault).Select(f => new MappedField(f.Name, f.Name))]);

    internal string Write() => JsonSerializer.Serialize(this, RecordsJson.Default.FieldMapping);

    internal static FieldMapping Read(string json) => JsonSerializer.Deserialize(json, RecordsJson.Default.FieldMapping)!;
}

/// <param name="Source">The name of one of our fields.</param>
/// <param name="Target">What it is called in the system: 1 to 64 letters, digits, and _ . -</param>
public sealed record MappedField(string Source, string Target);
