using SocialCrm.Sdk;

namespace SocialCrm.Host.Classification;

/// <summary>The closed facets as the small numbers in which they are stored. Stored values must never change their number.</summary>
public static class LabelCodes
{
    private const short UnsureCode = 0;

    /// <summary>Null where there is no label; the value's place in <see cref="Facets.ClosedValues"/> counted from 1; 0 for unsure.</summary>
    public static short? Code(string facet, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var values = Facets.ClosedValues[facet];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] == value)
            {
                return (short)(i + 1);
            }
        }

        return UnsureCode;
    }

    public static string? Value(string facet, short? code) => code switch
    {
        null => null,
        UnsureCode => Facets.Unsure,
        { } place => Facets.ClosedValues[facet][place - 1],
    };
}
