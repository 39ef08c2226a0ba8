namespace SocialCrm.Host.Access.Organisation;

/// <param name="Name">What the organisation is called.</param>
/// <param name="TimeZone">The zone of its charts and hours, by IANA name such as Europe/Berlin.</param>
/// <param name="Guidelines">How the organisation speaks: up to five clear points, shown to agents beside the reply.</param>
public sealed record OrganisationSettings(string Name, string TimeZone, IReadOnlyList<string> Guidelines)
{
    private const int MostGuidelines = 5;
    private const int GuidelineLength = 200;

    internal static OrganisationSettings Of(Tenant tenant) =>
        new(tenant.Name, tenant.TimeZone, tenant.Guidelines.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    internal Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > Tenant.NameLength)
        {
            errors["name"] = [$"Give the organisation's name, of at most {Tenant.NameLength} characters."];
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId)
        {
            errors["timeZone"] = ["Give a time zone by its IANA name, such as Europe/Berlin or UTC."];
        }

        if (Guidelines.Count > MostGuidelines || Guidelines.Any(g => g.Length > GuidelineLength || g.Any(char.IsControl)))
        {
            errors["guidelines"] = [$"Give at most {MostGuidelines} points of one line and at most {GuidelineLength} characters each."];
        }

        return errors;
    }

    internal void WriteTo(Tenant tenant)
    {
        tenant.Name = Name.Trim();
        tenant.TimeZone = TimeZone;
        tenant.Guidelines = string.Join('\n', Guidelines.Select(g => g.Trim()).Where(g => g.Length > 0));
    }
}
