using System.Text;

namespace SocialCrm.Host.Channels;

internal static class ChannelName
{
    public static bool TryRead(string? given, out string name)
    {
        name = given?.Trim() ?? "";
        return name.Length is > 0 and <= Channel.NameLength && !name.Any(char.IsControl) && IsUnicode(name);
    }

    // PostgreSQL takes no lone surrogate, and a name is not worth repairing one.
    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
