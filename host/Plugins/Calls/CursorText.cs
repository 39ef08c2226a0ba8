using SocialCrm.Sdk;

namespace SocialCrm.Host.Plugins.Calls;

/// <summary>A plugin's cursor, which is stored as text: PostgreSQL takes neither U+0000 nor half a character.</summary>
internal static class CursorText
{
    /// <exception cref="InvalidAnswerException">It cannot be stored.</exception>
    public static void Check(string? cursor)
    {
        if (cursor is { Length: > PollResult.MaxCursorLength })
        {
            throw new InvalidAnswerException("a cursor of more than 65,536 characters");
        }

        if (cursor is not null && (cursor.Contains('\0') || !IsWhole(cursor)))
        {
            throw new InvalidAnswerException("a cursor that is not storable text");
        }
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
