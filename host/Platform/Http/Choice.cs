using System.Text.Json;

namespace SocialCrm.Host.Platform.Http;

/// <summary>Reads a filter that is one of several words, spelled as in JSON; the framework reads only the names of the code.</summary>
internal static class Choice
{
    /// <summary>Null where nothing was asked for; false when it is none of the words.</summary>
    public static bool TryRead<T>(string? text, out T? choice)
        where T : struct, Enum
    {
        choice = null;
        foreach (var value in Enum.GetValues<T>().Where(v => Word(v) == text))
        {
            choice = value;
        }

        return text is null || choice is not null;
    }

    /// <summary>The words to choose from, for people.</summary>
    public static string Words<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Word));

    /// <summary>The word for a value, as people give it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
