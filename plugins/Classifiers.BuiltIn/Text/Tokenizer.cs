using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialCrm.Plugins.Classifiers.BuiltIn.Text;

/// <summary>Cuts a text into tokens in one pass: no step looks back, so the time is linear whatever the text holds.</summary>
internal static class Tokenizer
{
    /// <summary>What a message says is said by then; the rest of a longer text is left unread to bound memory.</summary>
    public const int MostTokens = 4096;

    public static void Read(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var opens = true;
        var at = 0;
        while (at < text.Length && tokens.Count < MostTokens)
        {
            var rest = text[at..];
            var (length, kind) = Next(rest, at == 0 || !char.IsLetterOrDigit(text[at - 1]));
            if (kind is null)
            {
                opens |= rest[0] == '\n';
                at += length;
                continue;
            }
            Add(tokens, rest[..length], at, kind.Value, opens);
            at += length;
            opens = kind >= TokenKind.Comma || (opens && kind is TokenKind.Mention or TokenKind.Link or TokenKind.Pictograph);
        }
    }

    private static (int Length, TokenKind? Kind) Next(ReadOnlySpan<char> rest, bool atBorder)
    {
        var c = rest[0];
        if (c == ' ')
        {
            return (1, null);
        }
        if (atBorder && Emoticons.Measure(rest) is > 0 and var emoticon)
        {
            return (emoticon, TokenKind.Emoticon);
        }
        if (char.IsAsciiDigit(c))
        {
            return (MeasureNumber(rest), TokenKind.Number);
        }
        if (char.IsLetter(c))
        {
            return Links.StartsLink(rest) ? (MeasureToSpace(rest), TokenKind.Link) : (MeasureWord(rest), TokenKind.Word);
        }
        return rest.Length > 1 && c is '@' or '#' && (Letters.IsWordPart(rest[1]) || rest[1] == '_')
            ? (1 + MeasureTag(rest[1..]), c == '@' ? TokenKind.Mention : TokenKind.Hashtag)
            : ReadSign(rest);
    }

    private static void Add(List<Token> tokens, ReadOnlySpan<char> span, int start, TokenKind kind, bool opens)
    {
        var repeats = 1;
        if (kind >= TokenKind.Pictograph && kind != TokenKind.Emoticon)
        {
            Rune.DecodeFromUtf16(span, out var sign, out _);
            repeats = Math.Max(1, span.Length / sign.Utf16SequenceLength);
        }
        tokens.Add(new Token(start, span.Length, kind, repeats, IsShouted(span, kind), opens));
    }

    private static int MeasureWord(ReadOnlySpan<char> rest)
    {
        var end = 1;
        for (var i = 1; i < rest.Length; i++)
        {
            if (Letters.IsApostrophe(rest[i]) && i + 1 < rest.Length && char.IsLetter(rest[i + 1]))
            {
                continue;
            }
            if (!Letters.IsWordPart(rest[i]))
            {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    private static int MeasureTag(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (rest[length] == '_' || Letters.IsWordPart(rest[length])))
        {
            length++;
        }
        return length;
    }

    private static int MeasureNumber(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length])
            || (rest[length] is '.' or ',' or ':' && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))))
        {
            length++;
        }
        return length;
    }

    private static int MeasureToSpace(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
        {
            length++;
        }
        return length;
    }

    private static (int Length, TokenKind? Kind) ReadSign(ReadOnlySpan<char> rest)
    {
        // Half a surrogate pair decodes to U+FFFD with a length of one: it is passed over.
        var valid = Rune.DecodeFromUtf16(rest, out var sign, out var unit) == OperationStatus.Done;
        TokenKind? kind = sign.Value switch
        {
            '!' or '！' => TokenKind.Exclamation,
            '?' or '؟' or '？' => TokenKind.Question,
            '.' or ';' or '…' or '¿' or '¡' or '。' or '؛' or '।' => TokenKind.Stop,
            ',' or '،' or '、' or ':' => TokenKind.Comma,
            > 0x200F when valid && Rune.GetUnicodeCategory(sign) == UnicodeCategory.OtherSymbol => TokenKind.Pictograph,
            _ => null,
        };
        var length = unit;
        while (kind is not null && rest[length..].StartsWith(rest[..unit], StringComparison.Ordinal))
        {
            length += unit;
        }
        return (length, kind);
    }

    private static bool IsShouted(ReadOnlySpan<char> span, TokenKind kind)
    {
        if (kind != TokenKind.Word || span.Length < 3)
        {
            return false;
        }
        foreach (var c in span)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }
        return true;
    }
}
