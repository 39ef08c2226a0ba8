using System.Data.Common;
using System.Text.Json.Nodes;

namespace SocialCrm.Host.Platform.Database;

/// <summary>Reads what both databases give a little differently.</summary>
internal static class RowReading
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid? Id(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static DateTime Time(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static DateTime? OptionalTime(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static short? Small(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt16(column);

    /// <summary>A list of texts: an array on PostgreSQL, a JSON array on SQLite.</summary>
    public static string[] Texts(this DbDataReader row, int column)
    {
        var value = row.GetValue(column);
        return value as string[] ?? [.. JsonNode.Parse((string)value)!.AsArray().Select(text => text!.GetValue<string>())];
    }
}
