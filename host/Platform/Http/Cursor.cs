using System.Globalization;
using System.Text;

namespace SocialCrm.Host.Platform.Http;

/// <summary>
/// The place in a list ordered by time and id (and by a rank before them, where the list has one), as the opaque text that
/// clients hand back.
/// </summary>
public readonly record struct Cursor(DateTime Time, Guid Id, int Rank = 0)
{
    public override string ToString() =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Time.Ticks}:{Id:N}:{Rank}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads the cursor back; null where none was given. False when it is not one of ours.</summary>
    public static bool TryRead(string? text, out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var bytes = new byte[text.Length];
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split(':');
        if (parts.Length != 3 || !int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rank) || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks || !Guid.TryParseExact(parts[1], "N", out var id))
        {
            return false;
        }

        cursor = new Cursor(new DateTime(ticks, DateTimeKind.Utc), id, rank);
        return true;
    }
}
