namespace SocialCrm.Host.Platform.Http;

internal static class Paging
{
    /// <summary>Makes a part of a list from one row more than was asked for: the one too many says that there is a next part.</summary>
    public static Page<T> ToPage<T>(this List<T> rows, int limit, Func<T, Cursor> place)
    {
        if (rows.Count <= limit)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveRange(limit, rows.Count - limit);
        return new Page<T>(rows, place(rows[^1]).ToString());
    }
}
