using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SocialCrm.Plugins.Channels.SignedWebhook.Parsing;

/// <summary>
/// Reads strings that the framework's reader refuses: escapes of lone surrogates are legal JSON. They and U+0000 become
/// U+FFFD, as everywhere on the server.
/// </summary>
internal static class JsonText
{
    public static string Read(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
        }

        var buffer = ArrayPool<char>.Shared.Rent(json.ValueSpan.Length);
        try
        {
            var length = Unescape(json.ValueSpan, buffer);
            Repair(buffer.AsSpan(0, length));
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    // The reader has checked the escapes, and the body is valid UTF-8: only their meaning is left to find.
    private static int Unescape(ReadOnlySpan<byte> source, Span<char> target)
    {
        var length = 0;
        while (source.Length > 0)
        {
            var plain = source.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var run = plain < 0 ? source : source[..plain];
                length += Encoding.UTF8.GetChars(run, target[length..]);
                source = source[run.Length..];
                continue;
            }

            target[length++] = source[1] == 'u' ? CodeUnit(source[2..6]) : Short(source[1]);
            source = source[(source[1] == 'u' ? 6 : 2)..];
        }

        return length;
    }

    private static char Short(byte escape) => escape switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)escape,
    };

    private static char CodeUnit(ReadOnlySpan<byte> digits)
    {
        var unit = 0;
        foreach (var digit in digits)
        {
            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)unit;
    }

    private static void Repair(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }
    }
}
